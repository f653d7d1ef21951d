package io.beadle.knowledge.answer;

import java.util.regex.Pattern;

/**
 * What is no question about policies but an order to the machine, or asks for help with harm. Policies are quoted for
 * neither, however near a clause is. Told by its form, so that a question about such a thing ("what is phishing?") is answered.
 */
final class Orders {
    private static final Pattern ORDER = Pattern.compile(
            "(?iu)"
                    // Talks to the machine about itself
                    + "\\b(?:ignore|disregard|forget|override|bypass)\\b.{0,30}\\b(?:instructions?|prompts?|rules|guidelines)\\b"
                    + "|\\b(?:system|hidden|initial) prompt\\b|\\byou are (?:now|no longer)\\b|\\bpretend (?:to be|you|that you)\\b"
                    + "|\\bact as\\b|\\b(?:developer|admin|debug|dan) mode\\b|\\bjailbreak"
                    + "|^\\W*(?:please )?(?:reveal|print|dump|output|repeat|display|list|show)\\b.{0,40}\\b(?:documents?|files?|paths?"
                    + "|configuration|config|prompt|database|passwords|secrets|api keys?|environment)\\b"
                    + "|\\b(?:reveal|print|dump)\\b.{0,30}\\b(?:your|every|all|the list of)\\b"
                    // Markup and code
                    + "|<\\s*/?\\s*(?:script|system|context|instructions?|iframe|img|svg|b|i|a|div)\\b[^>]*>|\\{\\{|\\$\\{|\\]\\]>"
                    + "|\\b(?:drop|truncate) table\\b|\\bselect \\* from\\b|['\"]\\s*or\\s+['\"]?1['\"]?\\s*=|;--|\\.\\./\\.\\./"
                    // Have something written
                    + "|^\\W*(?:please |can you |could you )?(?:write|compose|draft|generate|make up|create) (?:me |us )?(?:a|an|some)\\b"
                    + "|^\\W*(?:please |can you |could you )?(?:translate|summarise|rewrite|calculate|solve|sing|tell me a (?:joke|story))\\b"
                    // Do harm, unseen
                    + "|\\bhow (?:do|can|could|would|to|might)\\b.{0,12}\\b(?:hack|steal|forge|fake|spy on|break into|crack|phish|ddos"
                    + "|blackmail|get away with|cover up|leak)\\b"
                    + "|\\bwithout (?:\\w+ ){0,3}(?:noticing|knowing|finding out|being (?:caught|seen|noticed|detected)|getting caught)\\b");

    private Orders() {}

    static boolean isOne(String question) {
        return ORDER.matcher(question).find();
    }
}
