using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Registers.Duplicates;

namespace KhokNongNa.Portal.Tests.Registers.Duplicates;

public sealed class MergeFieldsTests
{
    private static readonly SageRecord Kept = new(
        "บุญมี ใจงาม",
        "310427",
        new() { GivenName = "บุญมี", FamilyName = "ใจงาม", Summary = "สั้น", Experience = ["ทำนา", "เลี้ยงปลา"], Languages = [Language.Thai], Answers = new Dictionary<string, string> { ["own"] = "ก" } },
        new() { House = "12" });

    private static readonly SageRecord Other = new(
        "บุนมี ใจงาม",
        "310401",
        new()
        {
            GivenName = "บุนมี", FamilyName = "ใจงาม", Nickname = "ลุงมี", Summary = "ยาวกว่ากันมาก", Experience = ["เลี้ยงปลา", "ทำปุ๋ย"],
            Languages = [Language.Thai, Language.Isan], Answers = new Dictionary<string, string> { ["own"] = "ข", ["gone"] = "ค" }, Deceased = true,
        },
        new() { House = "14", Source = "สพอ." });

    [Fact]
    public void What_is_proposed_is_the_fuller_and_then_the_newer_value()
    {
        Assert.Equal(["gone", "nickname", "source", "summary"], Proposed(otherIsNewer: false));
        Assert.Equal(["area", "gone", "house", "name", "nickname", "own", "source", "summary"], Proposed(otherIsNewer: true));

        string[] Proposed(bool otherIsNewer) =>
            [.. MergeFields.Compare(Kept, Other, otherIsNewer, AnswerWords.Keys).Fields.Values.Where(f => f.PrefersOther).Select(f => f.Code).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void Lists_hold_what_either_has_once_and_what_is_dropped_goes()
    {
        var list = MergeFields.Compare(Kept, Other, false, AnswerWords.Keys).Lists["experience"];
        Assert.Equal([("ทำนา", true, false), ("เลี้ยงปลา", true, true), ("ทำปุ๋ย", false, true)], list.Items);

        var merged = MergeFields.Merge(Kept, Other, MergeChoice.Plain with { Dropped = new HashSet<(string, int)> { ("experience", 0) } });

        Assert.Equal(["เลี้ยงปลา", "ทำปุ๋ย"], merged.Profile.Experience);
        Assert.Equal([Language.Thai, Language.Isan], merged.Profile.Languages);
    }

    [Fact]
    public void Each_field_comes_from_where_it_was_chosen_and_nothing_answered_once_is_lost()
    {
        var merged = MergeFields.Merge(Kept, Other, MergeChoice.Plain with { FromOther = new HashSet<string> { "name", "house", "own" } });

        Assert.Equal(("บุนมี ใจงาม", "บุนมี", "310427", "", "สั้น"), (merged.Name, merged.Profile.GivenName, merged.Area, merged.Profile.Nickname, merged.Profile.Summary));
        Assert.Equal(("14", ""), (merged.Private.House, merged.Private.Source));
        Assert.Equal([("own", "ข"), ("gone", "ค")], merged.Profile.Answers.Select(a => (a.Key, a.Value)));
        Assert.True(merged.Profile.Deceased);
    }
}
