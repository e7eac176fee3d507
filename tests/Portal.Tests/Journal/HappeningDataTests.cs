using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;

namespace KhokNongNa.Portal.Tests.Journal;

public sealed class HappeningDataTests
{
    private static readonly Verb Tried = new("test", "tried", "what", "more");

    [Fact]
    public void Numbers_states_ids_days_flags_and_codes_are_written()
    {
        var id = new Guid("01900000-0000-7000-8000-00000000000a");

        Assert.Equal("""{"what":3,"more":"district-head"}""", HappeningData.Write(Tried, [("what", 3), ("more", Role.DistrictHead)]));
        Assert.Equal("""{"what":"01900000-0000-7000-8000-00000000000a"}""", HappeningData.Write(Tried, [("what", id), ("more", null)]));
        Assert.Equal("""{"what":"2026-11-22","more":true}""", HappeningData.Write(Tried, [("what", new DateOnly(2026, 11, 22)), ("more", true)]));
        Assert.Equal("""{"what":["title","work-minutes"],"more":"310427"}""", HappeningData.Write(Tried, [("what", new[] { "title", "work-minutes" }), ("more", "310427")]));
        Assert.Equal("{}", HappeningData.Write(Tried, []));
    }

    [Theory]
    [InlineData("สมชาย")]
    [InlineData("somchai jaidee")]
    [InlineData("Somchai")]
    [InlineData("0812345678\n")]
    [InlineData("a\nb")]
    [InlineData("๓๑๐๔")]
    [InlineData("a@b")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void Text_that_a_person_may_have_typed_is_refused(string text)
    {
        Assert.Throws<ArgumentException>(() => HappeningData.Write(Tried, [("what", text)]));
        Assert.Throws<ArgumentException>(() => HappeningData.Write(Tried, [("what", new[] { "title", text })]));
    }

    [Fact]
    public void Values_of_other_kinds_are_refused()
    {
        Assert.Throws<ArgumentException>(() => HappeningData.Write(Tried, [("what", new object())]));
        Assert.Throws<ArgumentException>(() => HappeningData.Write(Tried, [("what", 'ก')]));
        Assert.Throws<ArgumentException>(() => HappeningData.Write(Tried, [("what", new Uri("https://example.org"))]));
    }

    [Fact]
    public void A_fact_that_the_verb_does_not_carry_is_refused() =>
        Assert.Throws<ArgumentException>(() => HappeningData.Write(Tried, [("name", 3)]));
}
