using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;

namespace KhokNongNa.Portal.Knowledge.Exchange;

/// <summary>Sages and centres as files.</summary>
internal static class NetworkFile
{
    public static SageProfile ReadSage(FrontMatter keys, string body) => new()
    {
        Prefix = keys.Line1("prefix"),
        GivenName = keys.Line1("given_name"),
        FamilyName = keys.Line1("family_name"),
        Nickname = keys.Line1("nickname"),
        Kind = keys.Code("kind", SageKind.Sage),
        Village = keys.Line1("village"),
        Deceased = keys.Flag("deceased"),
        Summary = keys.Line1("summary"),
        Expertise = [.. keys.Rows("expertise").Select(e =>
            new Expertise(e.Text("topic"), e.Line1("what"), e.Int("years"), e.Codes<Ability>("can")))],
        Languages = keys.Codes<Language>("languages"),
        Experience = [.. keys.Texts("experience").Select(EntryRules.Line)],
        LearntFrom = keys.Texts("learnt_from"),
        Centres = keys.Texts("centres"),
        Synthetic = keys.Flag("synthetic"),
        Body = EntryRules.Block(body),
    };

    public static IReadOnlyList<(ConsentPurpose Purpose, DateOnly Given, ConsentMethod Method)> ReadConsents(FrontMatter keys) =>
        [.. keys.Rows("consents").Select(c => (
            c.CodeOrNull<ConsentPurpose>("purpose") ?? throw new BadFileException(c.Line, "ความยินยอมต้องบอก «purpose»"),
            c.Day("given") ?? throw new BadFileException(c.Line, "ความยินยอมต้องบอกวันที่ให้ «given»"),
            c.Code("method", ConsentMethod.Paper)))];

    public static string Write(Sage sage, IEnumerable<Consent> consents)
    {
        var profile = sage.Profile;
        return new FrontMatterWriter()
            .Text("id", sage.Key)
            .Text("type", "sage")
            .Text("title", sage.Name)
            .Text("summary", profile.Summary)
            .Text("code", sage.Code)
            .Text("prefix", profile.Prefix)
            .Text("given_name", profile.GivenName)
            .Text("family_name", profile.FamilyName)
            .Text("nickname", profile.Nickname)
            .Code<SageKind>("kind", profile.Kind)
            .Text("area", sage.AreaCode)
            .Text("village", profile.Village)
            .Flag("deceased", profile.Deceased)
            .Rows("expertise", profile.Expertise, (row, e) =>
                row.Text("topic", e.Topic).Text("what", e.What).Number("years", e.Years).Codes("can", e.Can))
            .Codes("languages", profile.Languages)
            .Texts("experience", profile.Experience)
            .Texts("learnt_from", profile.LearntFrom)
            .Texts("centres", profile.Centres)
            .Rows("consents", consents, (row, c) =>
                row.Code<ConsentPurpose>("purpose", c.Purpose).Day("given", c.Given).Code<ConsentMethod>("method", c.Method))
            .Flag("synthetic", profile.Synthetic)
            .File(profile.Body);
    }

    public static CentreProfile ReadCentre(FrontMatter keys, string body) => new()
    {
        Kind = keys.Code("kind", CentreKind.Other),
        Summary = keys.Line1("summary"),
        Village = keys.Line1("village"),
        Host = keys.Line1("host"),
        Open = keys.Line1("open"),
        Capacity = keys.Int("capacity"),
        Facilities = [.. keys.Texts("facilities").Select(EntryRules.Line)],
        Bases = keys.Texts("bases"),
        Synthetic = keys.Flag("synthetic"),
        Body = EntryRules.Block(body),
    };

    public static string Write(Centre centre)
    {
        var profile = centre.Profile;
        return new FrontMatterWriter()
            .Text("id", centre.Key)
            .Text("type", "centre")
            .Text("title", centre.Name)
            .Text("slug", FileSlug.Written(centre.Slug, centre.Name))
            .Text("summary", profile.Summary)
            .Code<CentreKind>("kind", profile.Kind)
            .Text("area", centre.AreaCode)
            .Text("village", profile.Village)
            .Text("host", profile.Host)
            .Text("open", profile.Open)
            .Number("capacity", profile.Capacity)
            .Texts("facilities", profile.Facilities)
            .Texts("bases", profile.Bases)
            .Flag("synthetic", profile.Synthetic)
            .File(profile.Body);
    }
}

internal static class FileSlug
{
    /// <summary>Nothing when the title makes the same one.</summary>
    public static string Written(string? slug, string title) => slug is null || slug == Thai.Slug.From(title) ? "" : slug;
}
