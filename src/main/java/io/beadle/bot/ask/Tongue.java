package io.beadle.bot.ask;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The language of a short text, by its script and by the small words that every sentence has. What has none of either, such
 * as a few keywords, counts as English.
 */
enum Tongue {
    ENGLISH,
    WELSH,
    OTHER;

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}']+");
    private static final Set<String> SMALL_ENGLISH =
            set("the a an is are was were be do does did can could may might must should"
                    + " will would have has had i i've i'm me my we our you your it this that what who when where how why which if of"
                    + " to for with from on in at by as and or not no about any need there so");
    private static final Set<String> SMALL_WELSH = set(
            "yw ydy mae ydw oes sut beth pwy ble pryd pam os fy ei ein eich yr yn"
                    + " ac gyda wedi rhaid gallaf alla gallwch dw rydw wnaeth wnaf gwneud chi dylwn ddylwn gan nghyfrinair ar");
    /** Polish, Romanian, French, German, Spanish, Portuguese, Italian, Lithuanian: none that is an English word. */
    private static final Set<String> SMALL_OTHERS =
            set("co jak kto gdzie kiedy jest mam moje moja mój czy nie się z że jeśli mogę"
                    + " muszę zrobić ce cum cine unde când este sunt meu mea și dacă pot trebuie să fac pentru que qui où quand"
                    + " comment est mon mes je ne pas le la les des une pour dois faire puis wer wo wann wie ist mein meine ich nicht"
                    + " der das ein eine wenn kann muss für und qué quién dónde cuándo cómo es el los las una si puedo debo para hacer"
                    + " quem onde quando como é minha eu não os uma se posso devo fazer cosa chi dove mio mia il gli per fare kas kur"
                    + " kada kaip yra mano aš ar jei galiu turiu ką");

    /** @param text in small letters */
    static Tongue of(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long latin = text.codePoints().filter(Tongue::isLatin).count();
        long english = count(text, SMALL_ENGLISH);
        long welsh = count(text, SMALL_WELSH);
        long others = count(text, SMALL_OTHERS);
        if (welsh >= 2 && welsh > english && welsh >= others) {
            return WELSH;
        }
        return latin * 2 < letters || (others >= 2 && others > english) ? OTHER : ENGLISH;
    }

    private static boolean isLatin(int letter) {
        return Character.isLetter(letter) && Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
    }

    private static long count(String text, Set<String> words) {
        return NO_LETTER.splitAsStream(text).filter(words::contains).count();
    }

    private static Set<String> set(String words) {
        return Set.copyOf(List.of(words.split(" ")));
    }
}
