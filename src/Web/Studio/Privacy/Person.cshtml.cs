using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Privacy;

/// <summary>What is kept about one person: how much of it, and on a post, which leaves a trace, all of it.</summary>
public sealed class PersonModel(PortalDb db, CurrentMember current, TimeProvider clock) : PrivacyPage(db, current, clock)
{
    public PersonSummary Person { get; private set; } = null!;

    /// <summary><c>null</c> until it was asked for and the look is recorded.</summary>
    public IReadOnlyList<FilePart>? Parts { get; private set; }

    public DateTimeOffset At { get; private set; }

    public string Officer => Current.Member.Name;

    public string PersonUrl => PersonWords.Url(Person.Kind, Person.Id);

    public async Task<IActionResult> OnGetAsync(string kind, Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(kind, id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string kind, Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(kind, id, cancellationToken))
        {
            return NotFound();
        }

        var file = await Db.OpenFileAsync(Person.Kind, id, isExport: false, Actor, Now, cancellationToken);
        (At, Parts) = (file.At, await PersonParts.OfAsync(Db, file, cancellationToken));
        return Page();
    }

    private async Task<bool> LoadAsync(string kind, Guid id, CancellationToken cancellationToken)
    {
        if (PersonWords.Kind(kind) is not { } known || await Db.SummaryOfAsync(known, id, Actor, cancellationToken) is not { } person)
        {
            return false;
        }

        Person = person;
        return true;
    }
}
