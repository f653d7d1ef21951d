package io.beadle.content;

/** All that officers edit, checked. */
public record Content(
        ReportTypes reportTypes,
        Contacts contacts,
        Duties duties,
        Roles roles,
        Routes routes,
        Messages messages,
        CardTemplates cards,
        Glossary glossary,
        RegisterFile register,
        SupersededLaws superseded) {}
