using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Registers;

/// <summary>A form of a register as it stands in a page: what it asks, what is typed, what is wrong.</summary>
/// <param name="Values">By field code.</param>
/// <param name="Id">Of the record, when there is one: some fields have a page of their own.</param>
/// <param name="Remarks">What a checker asked for, by field code.</param>
public sealed record RecordForm(
    RegisterDesk Desk,
    FormDefinition Definition,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Values,
    IReadOnlyList<(string Field, string Message)> Wrong,
    ILookup<string, string> Remarks,
    RecordChoices Choices,
    TambonField Area,
    Guid? Id)
{
    // Names of posted fields begin so, apart from everything else that a form sends.
    private const string Prefix = "f.";

    /// <summary>Sections in the form's order.</summary>
    public IEnumerable<IGrouping<string, FormField>> Sections => Definition.Fields.GroupBy(f => f.Section);

    public string Value(string code) => Values.TryGetValue(code, out var values) && values.Count > 0 ? values[0] : "";

    public IReadOnlyList<string> All(string code) => Values.GetValueOrDefault(code, []);

    /// <summary>Rows of a field that are filled in, and one more.</summary>
    public IEnumerable<int> Rows(string code)
    {
        var last = Values.Keys.Where(k => k.StartsWith(code + ".", StringComparison.Ordinal)).Select(k => int.TryParse(k[(code.Length + 1)..].Split('.')[0], out var row) ? row : -1).DefaultIfEmpty(-1).Max();
        return Enumerable.Range(0, Math.Min(last + 2, 20));
    }

    /// <summary>What was posted, by field code.</summary>
    public static Dictionary<string, IReadOnlyList<string>> Posted(IFormCollection form) =>
        form.Where(p => p.Key.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(p => p.Key[Prefix.Length..], p => (IReadOnlyList<string>)[.. p.Value.Select(v => v ?? "")], StringComparer.Ordinal);
}

/// <summary>What can be chosen in the forms of the registers.</summary>
public sealed record RecordChoices(
    IReadOnlyList<(string Group, IReadOnlyList<(string Key, string Name)> Topics)> Topics,
    IReadOnlyList<(string Key, string Name)> Bases,
    IReadOnlyList<(string Key, string Name)> Centres,
    IReadOnlyList<(string Key, string Name)> Sages,
    IReadOnlyList<(string Key, string Name)> Plots,
    IReadOnlyList<(string Key, string Name)> Leaders)
{
    /// <summary>Today's key of topics that went into another.</summary>
    public IReadOnlyDictionary<string, string> MergedTopics { get; init; } = new Dictionary<string, string>();

    // More than that nobody finds in a list.
    private const int Most = 300;

    /// <param name="district">Centres and sages to choose from are those of the province of the record.</param>
    /// <param name="actor">Plots and leaders to choose from are those that the actor keeps in the register; only a plan asks for them.</param>
    public static async Task<RecordChoices> LoadAsync(PortalDb db, FormKind kind, string district, Actor actor, CancellationToken cancellationToken)
    {
        var keeps = kind == FormKind.Activity;
        var there = district.Length >= 4 ? district[..4] : "";
        var province = district.Length >= 2 ? district[..2] : Portal.Knowledge.Exchange.ContentImporter.HomeArea;
        return new(
            await TopicsAsync(db, cancellationToken),
            [.. (await db.LearningBases.OrderBy(b => b.Order).Select(b => new { b.Key, b.Title }).ToListAsync(cancellationToken)).Select(b => (b.Key, b.Title))],
            [.. (await db.Centres.Where(c => c.AreaCode.StartsWith(province)).OrderBy(c => c.SortKey).Take(Most).Select(c => new { c.Key, c.Name }).ToListAsync(cancellationToken)).Select(c => (c.Key, c.Name))],
            [.. (await Portal.Privacy.ConsentQueries.PublicSages(db).Where(s => s.AreaCode.StartsWith(province)).OrderBy(s => s.SortKey).Take(Most).Select(s => new { s.Key, s.Name }).ToListAsync(cancellationToken)).Select(s => (s.Key, s.Name))],
            keeps ? [.. (await db.RecordsFor<Plot>(actor).Where(p => p.AreaCode.StartsWith(there) && p.Stage != PlotState.Withdrawn && p.Stage != PlotState.Replaced).OrderBy(p => p.Number).ThenBy(p => p.SortKey).Take(Most).Select(p => new { p.Key, p.Number, p.Name }).ToListAsync(cancellationToken)).Select(p => (p.Key, $"{p.Number} {p.Name}".Trim()))] : [],
            keeps ? [.. (await db.RecordsFor<Sage>(actor).Where(s => s.AreaCode.StartsWith(there) && !s.IsDeceased).OrderBy(s => s.SortKey).Take(Most).Select(s => new { s.Key, s.Name }).ToListAsync(cancellationToken)).Select(s => (s.Key, s.Name))] : [])
        {
            MergedTopics = await db.MergedTopicsAsync(cancellationToken),
        };
    }

    /// <summary>Topics in their groups, for who says what somebody is good at.</summary>
    public static async Task<IReadOnlyList<(string Group, IReadOnlyList<(string Key, string Name)> Topics)>> TopicsAsync(PortalDb db, CancellationToken cancellationToken)
    {
        var topics = await db.Topics.AsNoTracking().OrderBy(t => t.Order).ThenBy(t => t.SortKey).Select(t => new { t.Key, t.Title, t.ParentKey }).ToListAsync(cancellationToken);
        var below = topics.ToLookup(t => t.ParentKey);
        return [.. topics.Where(t => t.ParentKey is null).Select(t => (t.Title, (IReadOnlyList<(string, string)>)[(t.Key, $"{t.Title} (ทั้งหมวด)"), .. below[t.Key].Select(b => (b.Key, b.Title))]))];
    }
}

/// <summary>One field in a page.</summary>
public sealed record FieldInForm(RecordForm Form, FormField Field)
{
    public IEnumerable<string> Wrong(string code) => Form.Wrong.At(code);
}
