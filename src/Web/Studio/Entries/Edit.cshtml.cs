using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Media;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Entries;

/// <summary>Writes a text: new at <c>/studio/entries/new?type=</c>, or a further revision. Preview and more rows need no script.</summary>
public sealed partial class EditModel(PortalDb db, CurrentMember current, TimeProvider clock) : StudioPage(current)
{
    // Others are named by what the library says of them.
    private const int MostOfLibrary = 40;

    // What the latest revision says.
    private EntryContent? _before;

    [BindProperty]
    public EntryForm Form { get; set; } = new();

    public EntryType Type { get; private set; }

    public Guid? Id { get; private set; }

    public FormChoices Choices { get; private set; } = null!;

    /// <summary>Uploaded pictures that a step may show: the text's own in the order of their page, and of the library.</summary>
    public IReadOnlyList<Asset> Pictures { get; private set; } = [];

    public IReadOnlyList<(string Field, string Message)> Wrong { get; private set; } = [];

    /// <summary>Whose telling a new text may be; empty for one that is there.</summary>
    public IReadOnlyList<Teller> Tellers { get; private set; } = [];

    /// <summary>Whose telling the text is, when the member may write for that sage.</summary>
    public Teller? ToldBy { get; private set; }

    public Guid Me => MemberId;

    /// <summary>Whether the member writes texts that no sage tells.</summary>
    public bool WritesInAreas => Actor.MaySomewhere(Permission.Write);

    /// <summary>Whether there is an area to choose: what a sage tells, and what is written for one centre, has its own.</summary>
    public bool ChoosesArea => ToldBy is null && Actor.AreasFor(Permission.Write).Length > 0;

    /// <summary>What somebody else saved while this form was open.</summary>
    public Conflict? Conflict { get; private set; }

    /// <summary>What the reviewer asked for, while it is not done.</summary>
    public IReadOnlyList<Remark> Remarks { get; private set; } = [];

    /// <summary>Snippets that the body may show.</summary>
    public IReadOnlyList<(string Key, string Title)> Snippets { get; private set; } = [];

    /// <summary>Codes in the body that name none: readers see nothing there.</summary>
    public IReadOnlyList<string> MissingSnippets => MarkdownText.IsReadable(Form.Body) ? [.. MarkdownText.Pieces(Form.Body).Except(Snippets.Select(s => s.Key))] : [];

    /// <param name="title">Title to begin a new text with, as a list of what is looked for gives it.</param>
    /// <param name="typed">Goes on from what was typed and not saved.</param>
    public async Task<IActionResult> OnGetAsync(Guid? id, string? type, string? title, bool typed, CancellationToken cancellationToken)
    {
        if (id is null)
        {
            Form.Title = EntryRules.Line(title is { Length: > EntryRules.TitleLength } ? title[..EntryRules.TitleLength] : title ?? "");
            Form.AreaCode = Actor.AreasFor(Permission.Write).FirstOrDefault() is { Length: > 0 } own ? own : Portal.Knowledge.Exchange.ContentImporter.HomeArea;
            if (Actor.AreasFor(Permission.Write).Length == 0 && Actor.CentresFor(Permission.Write) is [var centre, ..])
            {
                (Form.AreaCode, Form.Centres) = (centre.Area, [centre.Centre]);
            }
        }

        if (!await LoadAsync(id, type, fill: true, cancellationToken))
        {
            return NotFound();
        }

        await FindTypedAsync(typed, cancellationToken);
        return await FormAsync(cancellationToken);
    }

    /// <param name="take">Field that is to say what somebody else saved, after a conflict.</param>
    public async Task<IActionResult> OnPostAsync(Guid? id, string? type, string? act, string? take, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, type, fill: false, cancellationToken))
        {
            return NotFound();
        }

        switch (act)
        {
            case "keep":
                return await KeepAsync(cancellationToken);
            case "drop":
                await db.DropTypedAsync(MemberId, FormName, cancellationToken);
                return Redirect(Address);
            case "live":
                return await LiveAsync(cancellationToken);
        }

        if (take is not null)
        {
            return await TakeAsync(take, cancellationToken);
        }

        var (content, wrong) = Form.Read(Type, _before);
        Wrong = [.. ModelState.Where(s => s.Value?.Errors.Count > 0).Select(s => (s.Key.Split('.')[^1], "ค่านี้ไม่อยู่ในรายการ โปรดเลือกใหม่")), .. wrong];
        var area = Form.AreaCode;
        if (AreaChoices.Move(ref area, Form.Province))
        {
            Form.AreaCode = area;
            Wrong = [("AreaCode", "เลือกจังหวัดใหม่แล้ว โปรดเลือกอำเภอหรือตำบลในจังหวัดนั้น"), .. Wrong];
        }

        if (act is "more" or "show")
        {
            Wrong = [];
            await ShowBodyAsync(act == "show", cancellationToken);
            return await FormAsync(cancellationToken);
        }

        if (act == "preview" || Wrong.Count > 0)
        {
            Preview = act == "preview" && MarkdownText.IsReadable(content.Body) ? await PreviewAsync(content, cancellationToken) : null;
            return await FormAsync(cancellationToken);
        }

        try
        {
            var saved = id is null
                ? await DraftAsync(content, cancellationToken)
                : await db.ReviseAsync(id.Value, Form.Base, Form.AreaCode, content, Actor, clock.GetUtcNow(), cancellationToken);
            if (saved.Theirs is { } theirs)
            {
                Conflict = await Conflict.BetweenAsync(db, theirs, content, cancellationToken);
                // Saving again puts this text on top of theirs, which stays in the history.
                Form.Base = theirs.Number;
                return await FormAsync(cancellationToken);
            }

            await db.DropTypedAsync(MemberId, FormName, cancellationToken);
            List<string> missing = [.. MarkdownText.Pieces(content.Body).Except((await db.PiecesAsync([content.Body], cancellationToken)).Keys).Select(k => $"«{k}»")];
            Say($"บันทึกร่างแล้ว ฉบับที่ {saved.Number}{(missing.Count > 0 ? $" แต่ไม่พบข้อความที่ใช้ซ้ำรหัส {string.Join(' ', missing)}" : "")}");
            return Redirect($"/studio/entries/{saved.EntryId}");
        }
        catch (PortalException refusal)
        {
            Wrong = [(refusal.Field ?? "Title", refusal.Message)];
            return await FormAsync(cancellationToken);
        }
    }

    // What a sage tells belongs to the sage's area and names the sage.
    private Task<SaveOutcome> DraftAsync(EntryContent content, CancellationToken cancellationToken)
    {
        var teller = Tellers.FirstOrDefault(t => t.MemberId == Form.Teller) ?? (WritesInAreas ? null : Tellers[0]);
        if (Form.Teller is not null && teller?.MemberId != Form.Teller)
        {
            throw new PortalException("entry.teller", "ท่านบันทึกแทนคนนี้ไม่ได้แล้ว โปรดเลือกใหม่", "Teller");
        }

        if (teller is { SageKey.Length: > 0 } && !content.Sages.Contains(teller.SageKey))
        {
            content = content with { Sages = [teller.SageKey, .. content.Sages] };
        }

        return db.DraftAsync(Type, teller?.Area ?? Form.AreaCode, content, Actor, clock.GetUtcNow(), cancellationToken, teller?.MemberId);
    }

    private async Task<bool> LoadAsync(Guid? id, string? type, bool fill, CancellationToken cancellationToken)
    {
        Id = id;
        if (id is null)
        {
            Type = EntryTypes.Parse(type) ?? EntryType.Lesson;
            // A sage writes lessons and articles; pages are the office's.
            Tellers = Type == EntryType.Page ? [] : Actor.Tellers;
            return WritesInAreas || Tellers.Count > 0;
        }

        if (await db.EntriesFor(Actor).AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancellationToken) is not { } entry)
        {
            return false;
        }

        Type = entry.Type;
        ToldBy = Actor.Tellers.FirstOrDefault(t => t.MemberId == entry.TellerId);
        if (entry.State is EntryState.NeedsChanges or EntryState.Draft)
        {
            // Those of the last review, until the text is sent again.
            Remarks = await db.Remarks.AsNoTracking().Where(r => r.EntryId == id && r.At >= entry.SubmittedAt).OrderBy(r => r.At).ToListAsync(cancellationToken);
        }

        var latest = (await db.RevisionAsync(entry.Id, entry.LatestNumber, cancellationToken))!;
        _before = latest.Content;
        if (fill)
        {
            var content = latest.Content with { Topics = await db.TodaysTopicsAsync(latest.Content.Topics, cancellationToken) };
            Form = EntryForm.From(content, entry.AreaCode, latest.Number);
        }

        return true;
    }

    private async Task<IActionResult> FormAsync(CancellationToken cancellationToken)
    {
        Choices = await FormChoices.LoadAsync(db, Actor, Form.AreaCode, cancellationToken);
        Pictures = Type == EntryType.Lesson
            ? await db.PicturesToChooseAsync(Actor, Id, [.. Form.Steps.Select(s => Guid.TryParse(s.Picture, out var picture) ? picture : (Guid?)null).OfType<Guid>()], MostOfLibrary, cancellationToken)
            : [];
        Snippets = [.. (await db.Snippets.OrderBy(s => s.SortKey).Select(s => new { s.Key, s.Title }).ToListAsync(cancellationToken)).Select(s => (s.Key, s.Title))];
        Form.Grow();
        // The page shows the form object, which rows were added to, not what was posted.
        ModelState.Clear();
        return Page();
    }
}
