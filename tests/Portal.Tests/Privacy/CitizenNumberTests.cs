using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Thai.Tests;

namespace KhokNongNa.Portal.Tests.Privacy;

public sealed class CitizenNumberTests
{
    private const string Number = "เลข 1-3104-00123-45-8";

    private static readonly EntryContent Good = Samples.Lesson("ปุ๋ยหมัก");

    public static TheoryData<string, string> Texts => SpecTable.Pairs("citizen-numbers.md");

    public static TheoryData<string, EntryContent> Fields()
    {
        var lesson = Good.Lesson!;
        return new()
        {
            { "Title", Good with { Title = Number } },
            { "Summary", Good with { Summary = Number } },
            { "Body", Good with { Body = $"# ลุงมี\n\nอยู่บ้าน {Number}" } },
            { "Sources", Good with { Sources = [new Source(Number, "", null)] } },
            { "Sources", Good with { Sources = [new Source("", "https://example.org/1310400123458", null)] } },
            { "CostNote", Of(l => l with { CostNote = Number }) },
            { "Materials", Of(l => l with { Materials = [new Material("ฟาง", null, "", null, Number)] }) },
            { "Steps", Of(l => l with { Steps = [new Step("ปู", Number, null, "", "")] }) },
            { "Gains", Of(l => l with { Gains = [Number] }) },
            { "Tips", Of(l => l with { Tips = [Number] }) },
            { "Cautions", Of(l => l with { Cautions = [Number] }) },
            { "Suits", Of(l => l with { Suits = [Number] }) },
            { "Unsuited", Of(l => l with { Unsuited = [Number] }) },
            { "Signs", Of(l => l with { Signs = [Number] }) },
            { "Failures", Of(l => l with { Failures = [Number] }) },
            { "Problems", Of(l => l with { Problems = [new Problem("แห้ง", Number)] }) },
        };

        EntryContent Of(Func<LessonFields, LessonFields> change) => Good with { Lesson = change(lesson) };
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_number_is_found_as_specified(string cell, string holds) => Assert.Equal(holds == "yes", CitizenNumber.IsIn(SpecTable.Text(cell)));

    [Theory]
    [MemberData(nameof(Fields))]
    public void No_text_of_an_entry_may_hold_one(string field, EntryContent content)
    {
        var wrong = EntryRules.Check(EntryRules.Clean(content));

        Assert.Equal(field, Assert.Single(wrong).Field);
        Assert.StartsWith("พอร์ทัลไม่เก็บเลขบัตรประชาชน", wrong[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_beside_each_other_are_not_one_number() =>
        Assert.Empty(EntryRules.Check(EntryRules.Clean(Good with { Lesson = Good.Lesson! with { Tips = ["131040", "0123458"] } })));

    [Fact]
    public void What_holds_one_is_refused_with_a_sentence_beside_the_field()
    {
        var refusal = Assert.Throws<PortalException>(() => CitizenNumber.Demand("ประวัติ", Number, "Bio"));

        Assert.Equal(("privacy.citizen-number", "Bio", "พอร์ทัลไม่เก็บเลขบัตรประชาชน โปรดเอาเลข 13 หลักออกจากประวัติ"), (refusal.Code, refusal.Field, refusal.Message));
        CitizenNumber.Demand("ประวัติ", "โทร 081-234-5678");
        CitizenNumber.Demand("ประวัติ", null);
    }

    [Fact]
    public void A_member_is_not_named_by_one()
    {
        var refusal = Assert.Throws<PortalException>(() => KhokNongNa.Portal.Identity.Member.Join(
            "สมชาย ใจดี ๑๓๑๐๔๐๐๑๒๓๔๕๘", KhokNongNa.Portal.Identity.Role.Villager, "310401", KhokNongNa.Portal.Identity.Actor.System, DateTimeOffset.UnixEpoch));
        Assert.Equal(("privacy.citizen-number", "Name"), (refusal.Code, refusal.Field));
    }

    [Fact]
    public void The_seed_holds_none()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Content, "*.md", SearchOption.AllDirectories))
        {
            Assert.False(CitizenNumber.IsIn(File.ReadAllText(file)), file);
        }
    }
}
