using KhokNongNa.Portal.Journal;
using KhokNongNa.Thai;
using Microsoft.AspNetCore.WebUtilities;

namespace KhokNongNa.Web.Studio.Audit;

/// <summary>The filters of the audit as they stand in the address: as typed, so that the form shows them again.</summary>
public sealed record AuditQuery(string Who, string Kind, VerbGroup? Group, string Area, string From, string To, Guid? Subject, Guid? Actor)
{
    public const string Path = "/studio/audit";

    private const int Longest = 100;

    private const string NoDay = "อ่านวันที่ไม่ได้ โปรดใส่เช่น 8 ก.ค. 2564 หรือ 8/7/2564";

    public static AuditQuery Of(IQueryCollection query) => new(
        Text(query, "who"),
        VerbWords.Kinds.ContainsKey(Text(query, "kind")) ? Text(query, "kind") : "",
        Enum.GetValues<VerbGroup>().Cast<VerbGroup?>().FirstOrDefault(g => Code(g!.Value) == Text(query, "group")),
        Portal.Network.Area.IsCode(Text(query, "area")) ? Text(query, "area") : "",
        Text(query, "from"),
        Text(query, "to"),
        Id(query, "subject"),
        Id(query, "actor"));

    /// <summary>Why the first day is not used; <c>null</c> when it is.</summary>
    public string? FromWrong => From.Length > 0 && Day(From) is null ? NoDay : null;

    /// <summary>Why the last day is not used, or finds nothing; <c>null</c> when it is good.</summary>
    public string? ToWrong => To.Length == 0 ? null : Day(To) is not { } to ? NoDay : Day(From) > to ? "วันสุดท้ายอยู่ก่อนวันแรก" : null;

    public AuditFilter Filter => new(Who, Actor, Kind, Group is { } group ? VerbWords.In(group) : null, Area, Day(From), Day(To), Subject);

    /// <summary>Whether anything is left out.</summary>
    public bool IsNarrow => Url() != Path;

    /// <summary>The address of a page of the audit with these filters.</summary>
    public string Url(string path = Path, string? step = null, long? seq = null) => QueryHelpers.AddQueryString(path, new Dictionary<string, string?>
    {
        ["who"] = Who,
        ["kind"] = Kind,
        ["group"] = Group is { } group ? Code(group) : "",
        ["area"] = Area,
        ["from"] = From,
        ["to"] = To,
        ["subject"] = Subject?.ToString(),
        ["actor"] = Actor?.ToString(),
        [step ?? "before"] = seq?.ToString(System.Globalization.CultureInfo.InvariantCulture),
    }.Where(p => !string.IsNullOrEmpty(p.Value)));

    public static string Code(VerbGroup group) => group.ToString().ToLowerInvariant();

    private static DateOnly? Day(string typed) => BuddhistDate.TryParse(typed, out var day) ? day : null;

    private static string Text(IQueryCollection query, string key)
    {
        var text = query[key].ToString().Trim();
        return text.Length > Longest ? text[..Longest] : text;
    }

    private static Guid? Id(IQueryCollection query, string key) => Guid.TryParse(query[key].ToString(), out var id) ? id : null;
}
