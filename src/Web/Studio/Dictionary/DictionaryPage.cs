using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Searching.Words;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Dictionary;

/// <summary>What was typed about a word or a pair of words.</summary>
public sealed class DictionaryForm
{
    /// <summary>Version that the form was filled from; 0 for a new one.</summary>
    public int Version { get; set; }

    public string Text { get; set; } = "";

    public string From { get; set; } = "";

    public string To { get; set; } = "";

    public bool IsMutual { get; set; }

    /// <summary>Questions to try, a line each.</summary>
    public string Samples { get; set; } = "";
}

/// <summary>A form of the dictionary: looked at before it is saved, and what was typed stays when something is wrong.</summary>
public abstract class DictionaryPage(PortalDb db, CurrentMember current) : StudioPage(current)
{
    [BindProperty]
    public DictionaryForm Form { get; set; } = new();

    public Guid? Id { get; private set; }

    public IReadOnlyList<(string Field, string Message)> Wrong { get; private set; } = [];

    public DictionaryPreview? Preview { get; private set; }

    protected PortalDb Db => db;

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken cancellationToken)
    {
        Id = id;
        return Actor.May(Permission.Administer, "") && (id is null || await FillAsync(id.Value, cancellationToken)) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, string? act, CancellationToken cancellationToken)
    {
        Id = id;
        if (!Actor.May(Permission.Administer, ""))
        {
            return NotFound();
        }

        try
        {
            if (act == "preview")
            {
                Preview = await PreviewAsync(cancellationToken);
            }
            else
            {
                Say(await SaveAsync(cancellationToken));
                return Redirect(DictionaryModel.Address(this is SynonymsModel));
            }
        }
        catch (PortalException refusal)
        {
            Wrong = [(refusal.Field ?? "", refusal.Message)];
            if (refusal.Code == "dictionary.changed" && id is { } changed)
            {
                // Saving again puts this on top of what somebody else saved.
                Form.Version = await VersionAsync(changed, cancellationToken);
            }
        }

        ModelState.Clear();
        return Page();
    }

    /// <summary>Fills the form from what is kept; false when it is gone.</summary>
    protected abstract Task<bool> FillAsync(Guid id, CancellationToken cancellationToken);

    protected abstract Task<int> VersionAsync(Guid id, CancellationToken cancellationToken);

    protected abstract Task<DictionaryPreview> PreviewAsync(CancellationToken cancellationToken);

    /// <returns>What to say of it.</returns>
    protected abstract Task<string> SaveAsync(CancellationToken cancellationToken);
}
