using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Registers.Duplicates;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Media;

/// <summary>A sage who may be seen in a picture.</summary>
/// <param name="Agrees">Whether the consent to use photos stands.</param>
public sealed record SeenSage(Guid Id, string Name, bool Agrees);

/// <summary>No text goes on its way to readers with a picture of a sage who has not agreed to photos.</summary>
public static class PictureConsent
{
    /// <summary>Sages who are likely to be seen in pictures of a text: those it names, and the one who tells it.</summary>
    public static async Task<IReadOnlyList<SeenSage>> SagesSeenInAsync(this PortalDb db, Entry entry, EntryContent content, CancellationToken cancellationToken)
    {
        var teller = await db.Members.Where(m => m.Id == entry.TellerId).Select(m => m.SageKey).SingleOrDefaultAsync(cancellationToken);
        var keys = await db.TodaysKeysAsync([.. content.Sages, .. teller is { Length: > 0 } ? [teller] : Array.Empty<string>()], cancellationToken);
        var ids = await db.Sages.Where(s => keys.Contains(s.Key)).Select(s => s.Id).ToListAsync(cancellationToken);
        return await db.SeenSagesAsync(ids, cancellationToken);
    }

    /// <summary>Names of sages in Thai order, and whether they agree to photos.</summary>
    public static async Task<IReadOnlyList<SeenSage>> SeenSagesAsync(this PortalDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        [.. (await db.Sages
            .Where(s => ids.Contains(s.Id))
            .OrderBy(s => s.SortKey)
            .Select(s => new { s.Id, s.Name, Agrees = db.Consents.Any(c => c.SageId == s.Id && c.Purpose == ConsentPurpose.Photo && c.WithdrawnAt == null) })
            .ToListAsync(cancellationToken)).Select(s => new SeenSage(s.Id, s.Name, s.Agrees))];

    /// <exception cref="PortalException">A step or the body shows a sage who has not agreed, or no longer does; names who, where, and what to do.</exception>
    internal static async Task DemandPictureConsentAsync(this PortalDb db, Entry entry, EntryContent content, CancellationToken cancellationToken)
    {
        var used = PictureName.In(content);
        if (used.Count == 0)
        {
            return;
        }

        var shown = await db.Assets.Where(a => used.Contains(a.Id) && a.Use == AssetUse.Picture && !a.IsRemoved)
            .UsableIn(entry.Id)
            .Select(a => new { a.Id, a.ShowsSages })
            .ToDictionaryAsync(a => a.Id, a => a.ShowsSages, cancellationToken);
        var against = (await db.SeenSagesAsync([.. shown.Values.SelectMany(s => s).Distinct()], cancellationToken)).Where(s => !s.Agrees).ToDictionary(s => s.Id, s => s.Name);
        List<string> sentences =
        [
            .. from step in (content.Lesson?.Steps ?? []).Index()
               where PictureName.Parse(step.Item.Image) is { } id && shown.ContainsKey(id)
               let names = shown[PictureName.Parse(step.Item.Image)!.Value].Where(against.ContainsKey).Select(s => against[s]).ToList()
               where names.Count > 0
               select $"ภาพในขั้นที่ {step.Index + 1} มี{string.Join(" และ", names)} ซึ่งยังไม่ได้ยินยอมให้ใช้ภาพถ่าย",
        ];
        var field = sentences.Count > 0 ? "Steps" : "Body";
        var inBody = PictureName.InBody(content).Where(shown.ContainsKey).SelectMany(id => shown[id]).Where(against.ContainsKey).Select(s => against[s]).Distinct().ToList();
        if (inBody.Count > 0)
        {
            sentences.Add($"ภาพในเนื้อความมี{string.Join(" และ", inBody)} ซึ่งยังไม่ได้ยินยอมให้ใช้ภาพถ่าย");
        }

        if (sentences.Count > 0)
        {
            throw new PortalException("picture.consent", $"{string.Join(" ", sentences)} โปรดขอความยินยอมและบันทึกไว้ก่อน หรือเปลี่ยนภาพ{(field == "Steps" ? "ในขั้นนั้น" : "นั้น")}", field);
        }
    }
}
