using KhokNongNa.Portal.Journal;

namespace KhokNongNa.Portal.Privacy;

/// <summary>What is said of a person before anything of it is shown: that there is something, and how much.</summary>
/// <param name="Record">Register number or sign-in number; empty → none.</param>
/// <param name="Linked">The same person's other record: the sage's membership, or the member's place in the register.</param>
public sealed record PersonSummary(PersonKind Kind, Guid Id, string Name, string Record, string Place, string AreaCode, LinkedPerson? Linked)
{
    public int Contacts { get; init; }

    public int Consents { get; init; }

    /// <summary>Consents that stand.</summary>
    public int Standing { get; init; }

    public int Pictures { get; init; }

    public int Evidence { get; init; }

    public int Revisions { get; init; }

    public int JournalRows { get; init; }
}

/// <summary>Another record of the same person.</summary>
public sealed record LinkedPerson(PersonKind Kind, Guid Id, string Name);

/// <summary>A way to reach the person.</summary>
public sealed record PersonContact(string Channel, string Value, string Visibility, string BestTime);

/// <summary>An uploaded picture that shows the person or proves what they agreed to.</summary>
/// <param name="Entry">The text that it belongs to; <c>null</c> → a record: the centre's, or else the person's own.</param>
public sealed record PersonPicture(Guid Id, bool IsEvidence, string Alt, Guid? Entry, DateTimeOffset At, Guid? Centre = null);

/// <summary>What a record said at one moment.</summary>
/// <param name="Text">The whole record, JSON, or what a member was called.</param>
public sealed record PersonRevision(int Number, DateTimeOffset At, string Text);

/// <summary>Everything that is kept about one person. To read it is a look at contact data, which is recorded.</summary>
public sealed record PersonFile(PersonSummary Summary, DateTimeOffset At)
{
    /// <summary>What the record says, with the labels of its form.</summary>
    public IReadOnlyList<(string Label, string Text)> Answers { get; init; } = [];

    public IReadOnlyList<PersonContact> Contacts { get; init; } = [];

    /// <summary>Newest first; ended ones too.</summary>
    public IReadOnlyList<Consent> Consents { get; init; } = [];

    public IReadOnlyList<PersonPicture> Pictures { get; init; } = [];

    public IReadOnlyList<PersonText> Texts { get; init; } = [];

    public IReadOnlyList<PersonRevision> Revisions { get; init; } = [];

    /// <summary>Devices that are remembered, and how many of them have an open session; <c>null</c> → the person cannot sign in.</summary>
    public (int Devices, int Open)? Sessions { get; init; }

    /// <summary>Who looked at contact data or evidence, or took the data out, newest first.</summary>
    public IReadOnlyList<AuditRow> Looks { get; init; } = [];

    /// <summary>What the journal says about the person, newest first.</summary>
    public IReadOnlyList<AuditRow> Rows { get; init; } = [];
}
