using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Media;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Entries;

/// <summary>What stands in the fields of texts, as a person reads it: names in the place of keys, and of people only those whom readers may see, too.</summary>
public sealed class FieldTexts
{
    private const string Unnamed = "รายการที่ไม่แสดงชื่อ";

    private readonly Dictionary<(string Field, string Key), string> _names = [];

    public static async Task<FieldTexts> LoadAsync(PortalDb db, IReadOnlyCollection<EntryContent> contents, CancellationToken cancellationToken)
    {
        var (topics, sages, centres, bases) = (Keys(c => c.Topics), Keys(c => c.Sages), Keys(c => c.Centres), Keys(c => c.Bases));
        var texts = new FieldTexts();
        texts.Add("Topics", await db.Topics.Where(t => topics.Contains(t.Key)).ToDictionaryAsync(t => t.Key, t => t.Title, cancellationToken));
        texts.Add("Sages", await db.PublicSages().Where(s => sages.Contains(s.Key)).ToDictionaryAsync(s => s.Key, s => s.Name, cancellationToken));
        texts.Add("Centres", await db.PublicCentres().Where(c => centres.Contains(c.Key)).ToDictionaryAsync(c => c.Key, c => c.Name, cancellationToken));
        texts.Add("Bases", await db.LearningBases.Where(b => bases.Contains(b.Key)).ToDictionaryAsync(b => b.Key, b => b.Title, cancellationToken));
        var pictures = contents.SelectMany(PictureName.In).Distinct().ToList();
        // Two pictures that are called alike are still two.
        texts.Add("Pictures", (await db.Assets.Where(a => pictures.Contains(a.Id)).OrderBy(a => a.Id).Select(a => new { a.Id, a.Alt }).ToListAsync(cancellationToken))
            .GroupBy(a => a.Alt)
            .SelectMany(g => g.Select((a, i) => (Key: a.Id.ToString(), Name: i == 0 ? $"รูป «{a.Alt}»" : $"รูป «{a.Alt}» ({i + 1})")))
            .ToDictionary(p => p.Key, p => p.Name));
        return texts;

        List<string> Keys(Func<EntryContent, IReadOnlyList<string>> of) => [.. contents.SelectMany(of).Distinct()];
    }

    /// <summary>Fields that a text of the type has, with what stands in each.</summary>
    public IReadOnlyList<(string Field, string Name, string Text)> Of(EntryType type, EntryContent content)
    {
        var form = EntryForm.From(content, "", 0);
        return [.. FieldNames.All.Where(f => FieldNames.Has(type, f.Field)).Select(f => (f.Field, f.Name, Text(f.Field, content, form)))];
    }

    private string Text(string field, EntryContent content, EntryForm form) => field switch
    {
        "Topics" => Named(field, content.Topics),
        "Sages" => Named(field, content.Sages),
        "Centres" => Named(field, content.Centres),
        "Bases" => Named(field, content.Bases),
        "Steps" => FieldNames.Text(WithNamedPictures(form), field),
        _ => FieldNames.Text(form, field),
    };

    private EntryForm WithNamedPictures(EntryForm form)
    {
        form.Steps.ForEach(s => s.Picture = s.Picture.Length == 0 ? "" : _names.GetValueOrDefault(("Pictures", s.Picture), "รูปที่ไม่มีแล้ว"));
        return form;
    }

    private string Named(string field, IReadOnlyList<string> keys) => string.Join('\n', keys.Select(k => _names.GetValueOrDefault((field, k), Unnamed)));

    private void Add(string field, Dictionary<string, string> names)
    {
        foreach (var (key, name) in names)
        {
            _names[(field, key)] = name;
        }
    }
}
