using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using KhokNongNa.Thai;

namespace KhokNongNa.Portal.Registers.Forms;

/// <summary>The form of the register of plots (domain.md 1.5C).</summary>
public sealed class PlotForm : IRegisterForm<PlotRecord>
{
    public static PlotForm Instance { get; } = new();

    /// <summary>Begins its life today at the latest when it is read: «สมัคร» is the first step of every plot.</summary>
    public PlotRecord Empty(string area) => new(new("", PlotKind.Hlm, 0, area, default, "", Synthetic: false), new());

    public PlotRecord Keep(PlotRecord record, PlotRecord latest) => new(
        record.Facts with { Centre = latest.Facts.Centre },
        record.Profile with { History = latest.Profile.History });

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Fill(PlotRecord record)
    {
        var (facts, profile) = record;
        return new Filled()
            .Set("name", facts.Name)
            .Set("kind", facts.Kind.ToString())
            .Set("round", facts.Round == 0 ? null : facts.Round + 543)
            .Set("size", facts.Size.SquareWa == 0 ? "" : facts.Size.ToString())
            .Set("household", profile.Household)
            .Set("land-right", profile.LandRight)
            .Set("drawing", profile.Drawing)
            .Set("soils", profile.Soils.Select(s => s.ToString()))
            .Set("waters", profile.Waters.Select(w => w.ToString()))
            .Set("parts.khok", Share(profile, profile.Khok))
            .Set("parts.nong", Share(profile, profile.Nong))
            .Set("parts.na", Share(profile, profile.Na))
            .Set("growing", profile.Growing)
            .Set("income.earned", profile.Income)
            .Set("income.saved", profile.Saving)
            .Set("notes", profile.Body)
            .Set("state.on", profile.History.Count > 0 ? BuddhistDate.Short(profile.History[0].On) : "")
            .Own(profile.Answers)
            .Values;
    }

    public PlotRecord Read(FieldValues values, PlotRecord before, string area, FormDefinition form)
    {
        var (facts, profile) = before;
        var (answers, others) = OwnAnswers.Read(values, form, profile.Answers, new Dictionary<string, string>());
        var (khok, nong, na) = values.Has("parts")
            ? (values.Number("parts.khok", 0, 100) ?? 0, values.Number("parts.nong", 0, 100) ?? 0, values.Number("parts.na", 0, 100) ?? 0)
            : (profile.Khok, profile.Nong, profile.Na);
        if (khok + nong + na is not (0 or 100))
        {
            values.Say("parts.khok", $"ส่วนโคก หนอง นา รวมกันต้องได้ 100 ตอนนี้ได้ {khok + nong + na}");
        }

        return new(
            facts with
            {
                Name = values.Has("name") ? values.Line("name") : facts.Name,
                Kind = values.Code<PlotKind>("kind") ?? facts.Kind,
                Round = values.Has("round") ? ReadRound(values) : facts.Round,
                Area = area,
                Size = values.Has("size") ? ReadSize(values) : facts.Size,
            },
            profile with
            {
                History = profile.History.Count > 0 ? profile.History : [new(PlotState.Applied, ReadFirst(values))],
                Household = values.Has("household") ? values.Line("household") : profile.Household,
                LandRight = values.Has("land-right") ? values.Line("land-right") : profile.LandRight,
                Drawing = values.Has("drawing") ? values.Line("drawing") : profile.Drawing,
                Soils = values.Has("soils") ? values.Codes<Soil>("soils") : profile.Soils,
                Waters = values.Has("waters") ? values.Codes<Water>("waters") : profile.Waters,
                Khok = khok,
                Nong = nong,
                Na = na,
                Growing = values.Has("growing") ? values.Line("growing") : profile.Growing,
                Income = values.Has("income") ? values.Number("income.earned", 0, 10_000_000) : profile.Income,
                Saving = values.Has("income") ? values.Number("income.saved", 0, 10_000_000) : profile.Saving,
                Answers = answers.Concat(others).DistinctBy(a => a.Key).ToDictionary(a => a.Key, a => a.Value),
                Body = values.Has("notes") ? values.Block("notes") : profile.Body,
            });
    }

    private static int? Share(PlotProfile profile, int share) => profile.Khok + profile.Nong + profile.Na == 0 ? null : share;

    /// <summary>The day on which the household applied; today when it was not said.</summary>
    private static DateOnly ReadFirst(FieldValues values)
    {
        var on = values.Day("state.on") ?? values.Today;
        if (on > values.Today)
        {
            values.Say("state.on", "วันที่สมัครยังมาไม่ถึง");
            return values.Today;
        }

        return on;
    }

    private static int ReadRound(FieldValues values)
    {
        var text = values.Line("round");
        if (ThaiDigits.TryParseInt(text, out var year))
        {
            year = year >= 2400 ? year - 543 : year;
            if (year is >= 2015 and <= 2100)
            {
                return year;
            }
        }

        values.Say("round", YearSlip.Of(text) is { Length: > 0 } asked ? asked : "ปีงบประมาณเขียนเป็นตัวเลข 4 ตัว เช่น 2564");
        return 0;
    }

    private static LandSize ReadSize(FieldValues values)
    {
        if (LandSize.TryRead(values.Line("size"), out var size, out var why))
        {
            return size;
        }

        values.Say("size", why);
        return default;
    }
}
