using System.Text.RegularExpressions;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Registers;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Knowledge.Exchange;

/// <summary>Sages as files. Contact data and pictures of signed sheets never go into one.</summary>
internal static partial class SageFile
{
    public static Prepared Prepare(Incoming file, IReadOnlySet<string> areas)
    {
        NetworkImport.Demand(file);
        var keys = file.Keys;
        var (record, code) = (Read(keys, file.Area(areas), file.Body), keys.Text("code"));
        var register = RegisterKeys.Read(keys);
        var (isHidden, confirmed, gifts) = (keys.Flag("hidden"), keys.Day("confirmed"), ReadConsents(keys));
        if (code.Length > 0 && !CodePattern().IsMatch(code))
        {
            throw new BadFileException(keys.LineOf("code"), "«code» ใช้ตัวอักษร a–z และตัวเลข 4 ถึง 12 ตัว");
        }

        var profile = record.Profile;
        (string, string, string)[] links =
        [
            .. profile.Expertise.Where(e => e.Topic.Length > 0).Select(e => ("topic", e.Topic, "expertise")),
            .. profile.LearntFrom.Select(k => ("sage", k, "learnt_from")),
            .. profile.Centres.Select(k => ("centre", k, "centres")),
            .. profile.Bases.Select(k => ("base", k, "bases")),
        ];
        return new Prepared(file, 4, links, async (db, known, now, cancellationToken) =>
        {
            if (await NetworkImport.FindOrAddAsync(db.Sages, s => s.Key == file.Key, () => Sage.Create(file.Key, code.Length > 0 ? code : null), known, cancellationToken) is not { } sage)
            {
                return null;
            }

            await register.TakeAsync(db, sage, cancellationToken);
            await db.PutAsync(sage, record, Actor.System, now, register.State, cancellationToken);
            sage.Restore(!isHidden, confirmed);
            await AgreeAsync(db, sage, gifts, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            // The consents count in how complete the record is.
            await db.AssessAsync(sage, Actor.System, now, cancellationToken);
            return sage.Version + (db.ChangeTracker.HasChanges() ? 1 : 0);
        });
    }

    public static string Write(Sage sage, IEnumerable<Consent> consents)
    {
        var (name, area, profile, hidden) = sage.Shown;
        var writer = new FrontMatterWriter()
            .Text("id", sage.Key)
            .Text("type", "sage")
            .Text("title", name)
            .Text("summary", profile.Summary)
            .Text("code", sage.Code);
        return RegisterKeys.Write(writer, sage)
            .Flag("hidden", !sage.IsPublished)
            .Text("prefix", profile.Prefix)
            .Text("given_name", profile.GivenName)
            .Text("family_name", profile.FamilyName)
            .Text("nickname", profile.Nickname)
            .Code<Sex>("sex", hidden.Sex)
            .Number("birth_year", hidden.BirthYear)
            .Code<SageKind>("kind", profile.Kind)
            .Text("area", area)
            .Number("moo", hidden.Moo)
            .Text("village", hidden.Village)
            .Text("house", hidden.House)
            .Number("latitude", (decimal?)hidden.Latitude)
            .Number("longitude", (decimal?)hidden.Longitude)
            .Flag("deceased", profile.Deceased)
            .Rows("expertise", profile.Expertise, (row, e) =>
                row.Text("topic", e.Topic).Text("what", e.What).Number("years", e.Years).Codes("can", e.Can))
            .Codes("languages", profile.Languages)
            .Texts("experience", profile.Experience)
            .Rows("awards", profile.Awards, (row, a) => row.Text("name", a.Name).Text("giver", a.Giver).Number("year", a.Year))
            .Texts("learnt_from", profile.LearntFrom)
            .Texts("centres", profile.Centres)
            .Texts("bases", profile.Bases)
            .Text("days", profile.Availability.Days)
            .Text("fee", profile.Availability.Fee)
            .Number("group", profile.Availability.Group)
            .Text("travel", profile.Availability.Travel)
            .Text("nominated_by", hidden.NominatedBy)
            .Text("source", hidden.Source)
            .Day("confirmed", sage.ConfirmedOn)
            .Answers("answers", profile.Answers)
            .Answers("private_answers", hidden.Answers)
            .Rows("consents", consents, (row, c) =>
                row.Code<ConsentPurpose>("purpose", c.Purpose).Day("given", c.Given).Code<ConsentMethod>("method", c.Method)
                    .Day("until", c.Expires).Text("witness", c.Witness).Text("sheet", c.SheetCode).Text("kept", c.KeptAt))
            .Flag("synthetic", profile.Synthetic)
            .File(profile.Body);
    }

    private static SageRecord Read(FrontMatter keys, string area, string body) => new(
        keys.Line1("title"),
        area,
        new()
        {
            Prefix = keys.Line1("prefix"),
            GivenName = keys.Line1("given_name"),
            FamilyName = keys.Line1("family_name"),
            Nickname = keys.Line1("nickname"),
            Kind = keys.Code("kind", SageKind.Sage),
            Deceased = keys.Flag("deceased"),
            Summary = keys.Line1("summary"),
            Expertise = [.. keys.Rows("expertise").Select(e =>
                new Expertise(e.Text("topic"), e.Line1("what"), e.Int("years"), e.Codes<Ability>("can")))],
            Languages = keys.Codes<Language>("languages"),
            Experience = [.. keys.Texts("experience").Select(EntryRules.Line)],
            Awards = [.. keys.Rows("awards").Select(a => new Award(a.Line1("name"), a.Line1("giver"), a.Int("year")))],
            LearntFrom = keys.Texts("learnt_from"),
            Centres = keys.Texts("centres"),
            Bases = keys.Texts("bases"),
            Availability = new(keys.Line1("days"), keys.Line1("fee"), keys.Int("group"), keys.Line1("travel")),
            Answers = RegisterKeys.ReadAnswers(keys, "answers"),
            Synthetic = keys.Flag("synthetic"),
            Body = EntryRules.Block(body),
        },
        new()
        {
            Sex = keys.CodeOrNull<Sex>("sex"),
            BirthYear = keys.Int("birth_year"),
            Moo = keys.Int("moo"),
            Village = keys.Line1("village"),
            House = keys.Line1("house"),
            Latitude = (double?)keys.Decimal("latitude"),
            Longitude = (double?)keys.Decimal("longitude"),
            NominatedBy = keys.Line1("nominated_by"),
            Source = keys.Line1("source"),
            Answers = RegisterKeys.ReadAnswers(keys, "private_answers"),
        });

    private static IReadOnlyList<ConsentGift> ReadConsents(FrontMatter keys) =>
        [.. keys.Rows("consents").Select(c => new ConsentGift(
            c.CodeOrNull<ConsentPurpose>("purpose") ?? throw new BadFileException(c.Line, "ความยินยอมต้องบอก «purpose»"),
            c.Day("given") ?? throw new BadFileException(c.Line, "ความยินยอมต้องบอกวันที่ให้ «given»"),
            c.Code("method", ConsentMethod.Paper),
            c.Day("until"),
            c.Line1("witness"),
            SheetCode: c.Line1("sheet"),
            KeptAt: c.Line1("kept")))];

    /// <summary>The file's consents are those that stand: others are taken back, new ones are added.</summary>
    private static async Task AgreeAsync(PortalDb db, Sage sage, IReadOnlyList<ConsentGift> gifts, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var standing = await db.Consents.Where(c => c.SageId == sage.Id && c.WithdrawnAt == null).ToListAsync(cancellationToken);
        foreach (var withdrawn in standing.Where(c => !gifts.Contains(Gift(c))))
        {
            sage.Withdraw(withdrawn, Actor.System, now, another: gifts.Any(g => g.Purpose == withdrawn.Purpose));
        }

        db.Consents.AddRange(gifts.Except(standing.Select(Gift)).Select(gift => sage.Consent(gift, Actor.System, now)));
    }

    private static ConsentGift Gift(Consent consent) =>
        new(consent.Purpose, consent.Given, consent.Method, consent.Expires, consent.Witness, SheetCode: consent.SheetCode, KeptAt: consent.KeptAt);

    [GeneratedRegex("^[a-z0-9]{4,12}$")]
    private static partial Regex CodePattern();
}
