using System.Globalization;
using KhokNongNa.Portal.Network;
using KhokNongNa.Thai;

namespace KhokNongNa.Portal.Registers.Forms;

/// <summary>The form of the register of sages (domain.md 1.5A).</summary>
public sealed class SageForm : IRegisterForm<SageRecord>
{
    public const int EmptyExpertise = 1;

    public static SageForm Instance { get; } = new();

    public SageRecord Empty(string area) => new("", area, new() { Languages = [Language.Thai] }, new());

    public SageRecord Keep(SageRecord record, SageRecord latest) => record with { Profile = record.Profile with { Deceased = latest.Profile.Deceased } };

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Fill(SageRecord record)
    {
        var (profile, hidden) = (record.Profile, record.Private);
        var filled = new Filled()
            .Set("name", record.Name)
            .Set("nickname", profile.Nickname)
            .Set("kind", profile.Kind.ToString())
            .Set("sex", hidden.Sex?.ToString() ?? "")
            .Set("birth-year", hidden.BirthYear + 543)
            .Set("village.moo", hidden.Moo)
            .Set("village.name", hidden.Village)
            .Set("house", hidden.House)
            .Set("position", AnswerText.Position(hidden.Latitude, hidden.Longitude))
            .Set("languages", profile.Languages.Select(l => l.ToString()))
            .Lines("experience", profile.Experience)
            .Lines("awards", profile.Awards.Select(AwardLine))
            .Set("summary", profile.Summary)
            .Set("story", profile.Body)
            .Set("availability.days", profile.Availability.Days)
            .Set("availability.fee", profile.Availability.Fee)
            .Set("availability.group", profile.Availability.Group)
            .Set("availability.travel", profile.Availability.Travel)
            .Set("centres", profile.Centres)
            .Set("bases", profile.Bases)
            .Set("learnt-from", profile.LearntFrom)
            .Set("nominated-by", hidden.NominatedBy)
            .Set("source", hidden.Source)
            .Own(profile.Answers)
            .Own(hidden.Answers);
        foreach (var (one, row) in profile.Expertise.Select((e, i) => (e, i)))
        {
            filled.Set($"expertise.{row}.topic", one.Topic)
                .Set($"expertise.{row}.what", one.What)
                .Set($"expertise.{row}.years", one.Years)
                .Set($"expertise.{row}.can", one.Can.Select(c => c.ToString()));
        }

        return filled.Values;
    }

    public SageRecord Read(FieldValues values, SageRecord before, string area, FormDefinition form)
    {
        var (old, was) = (before.Profile, before.Private);
        var name = values.Has("name") ? ThaiName.Parse(values.Line("name")) : new(old.Prefix, old.GivenName, old.FamilyName);
        var (north, east) = ReadPosition(values, was.Latitude, was.Longitude);
        var (shown, hidden) = OwnAnswers.Read(values, form, old.Answers, was.Answers);
        var nickname = values.Has("nickname") ? values.Line("nickname") : old.Nickname;
        return new(
            values.Has("name") ? name.ToString() : before.Name,
            area,
            old with
            {
                Prefix = name.Prefix,
                GivenName = name.Given,
                FamilyName = name.Family,
                Nickname = nickname.Length > 0 ? nickname : name.Nickname,
                Kind = values.Code<SageKind>("kind") ?? old.Kind,
                Summary = values.Has("summary") ? values.Line("summary") : old.Summary,
                Expertise = values.Has("expertise") ? ReadExpertise(values) : old.Expertise,
                Languages = Or(values, "languages", v => v.Codes<Language>("languages"), old.Languages),
                Experience = Or(values, "experience", v => v.Lines("experience"), old.Experience),
                Awards = Or(values, "awards", ReadAwards, old.Awards),
                LearntFrom = Or(values, "learnt-from", v => v.Chosen("learnt-from"), old.LearntFrom),
                Centres = Or(values, "centres", v => v.Chosen("centres"), old.Centres),
                Bases = Or(values, "bases", v => v.Chosen("bases"), old.Bases),
                Availability = values.Has("availability")
                    ? new(values.Line("availability.days"), values.Line("availability.fee"), values.Number("availability.group", 1, 1_000), values.Line("availability.travel"))
                    : old.Availability,
                Answers = shown,
                Body = values.Has("story") ? values.Block("story") : old.Body,
            },
            was with
            {
                Sex = values.Has("sex") ? values.Code<Sex>("sex") : was.Sex,
                BirthYear = values.Has("birth-year") ? ReadBirthYear(values) : was.BirthYear,
                Moo = values.Has("village") ? values.Number("village.moo", 1, 99) : was.Moo,
                Village = values.Has("village") ? values.Line("village.name") : was.Village,
                House = values.Has("house") ? values.Line("house") : was.House,
                Latitude = north,
                Longitude = east,
                NominatedBy = values.Has("nominated-by") ? values.Line("nominated-by") : was.NominatedBy,
                Source = values.Has("source") ? values.Line("source") : was.Source,
                Answers = hidden,
            });
    }

    /// <summary>«14.99312, 103.10285»; outside of Thailand is a slip.</summary>
    internal static (double? Latitude, double? Longitude) ReadPosition(FieldValues values, double? latitude, double? longitude)
    {
        if (!values.Has("position", out var text))
        {
            return (latitude, longitude);
        }

        var parts = ThaiDigits.ToArabic(text).Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0)
        {
            return (null, null);
        }

        if (parts.Length == 2
            && double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var north)
            && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var east)
            && Position.IsInThailand(north, east))
        {
            return (north, east);
        }

        values.Say("position", "พิกัดต้องเป็นละติจูด, ลองจิจูดในประเทศไทย เช่น 14.99312, 103.10285");
        return (latitude, longitude);
    }

    private static T Or<T>(FieldValues values, string field, Func<FieldValues, T> read, T before) => values.Has(field) ? read(values) : before;

    private static int? ReadBirthYear(FieldValues values)
    {
        var text = values.Line("birth-year");
        if (text.Length == 0)
        {
            return null;
        }

        if (BirthYear.TryRead(text, values.Today, out var year, out var why))
        {
            return year;
        }

        values.Say("birth-year", why);
        return null;
    }

    private static List<Expertise> ReadExpertise(FieldValues values)
    {
        var rows = new List<Expertise>();
        foreach (var row in values.Rows("expertise"))
        {
            var at = $"expertise.{row}";
            var one = new Expertise(values.Line($"{at}.topic"), values.Line($"{at}.what"), values.Number($"{at}.years", 0, 100), values.Codes<Ability>($"{at}.can"));
            if (one.Topic.Length + one.What.Length == 0)
            {
                if (one.Years is not null || one.Can.Count > 0)
                {
                    values.Say($"{at}.what", "บอกด้วยว่าเชี่ยวชาญเรื่องอะไร");
                }

                continue;
            }

            if (one.What.Length == 0)
            {
                values.Say($"{at}.what", "บอกให้ชัดว่าทำอะไรได้แน่ ๆ ในหัวข้อนี้");
            }

            rows.Add(one);
        }

        return rows;
    }

    private static IReadOnlyList<Award> ReadAwards(FieldValues values) =>
        [.. values.Lines("awards").Select(line =>
        {
            var parts = line.Split('/', StringSplitOptions.TrimEntries);
            var year = parts.Length > 2 && ThaiDigits.TryParseInt(parts[2].Replace("พ.ศ.", "", StringComparison.Ordinal).Trim(), out var number) ? number : (int?)null;
            return new Award(parts[0], parts.Length > 1 ? parts[1] : "", year > 2400 ? year - 543 : year);
        })];

    private static string AwardLine(Award award) =>
        $"{award.Name}{(award.Giver.Length > 0 || award.Year is not null ? $" / {award.Giver}" : "")}{(award.Year is { } year ? $" / {(year + 543).ToString(CultureInfo.InvariantCulture)}" : "")}";
}
