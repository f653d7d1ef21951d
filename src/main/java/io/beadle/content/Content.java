package io.beadle.content;

/** All that officers edit, checked. */
public record Content(
        ReportTypes reportTypes,
        Contacts contacts,
        Duties duties,
        DeskActs acts,
        Routes routes,
        Roles roles,
        Assets assets,
        ImpactMatrix matrix,
        Retention retention,
        Messages messages,
        CardTemplates cards,
        Glossary glossary,
        RegisterFile register,
        SupersededLaws superseded) {}
