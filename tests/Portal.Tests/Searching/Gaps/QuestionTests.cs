using KhokNongNa.Portal.Searching.Gaps;

namespace KhokNongNa.Portal.Tests.Searching.Gaps;

public sealed class QuestionTests
{
    [Theory]
    [InlineData("  ปุ๋ยหมัก   ขี้วัว ", "ปุ๋ยหมัก ขี้วัว")]
    [InlineData("น้ํา EM", "น้ำ em")]
    [InlineData("ปุ๋ย ๑๕-๑๕-๑", "ปุ๋ย 15-15-1")]
    [InlineData("นายก อบต. ช่วยอะไร", "นายก อบต. ช่วยอะไร")]
    [InlineData("นางรอง", "นางรอง")]
    [InlineData("ไถ 3 ไร่ 2 งาน", "ไถ 3 ไร่ 2 งาน")]
    public void What_is_asked_is_counted_in_one_spelling(string typed, string counted) => Assert.Equal(counted, Question.Of(typed));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("🌾 !?")]
    [InlineData("โทร 081-234-5678")]
    [InlineData("๑๒๓ ๔๕๖")]
    [InlineData("๑2๓4๕6")]
    [InlineData("１２３４５６")]
    [InlineData("somchai@example.org")]
    [InlineData("https://example.org/a")]
    [InlineData("www.example.org")]
    [InlineData("บ้านเลขที่ 12 หนองโสน")]
    [InlineData("99 หมู่ 5 ต.หนองโสน")]
    [InlineData("12/3 ม.4")]
    [InlineData("นายสมหมาย ใจเย็น")]
    [InlineData("หานางสาวใจดี")]
    public void What_is_nothing_or_may_tell_who_asks_is_not(string typed) => Assert.Null(Question.Of(typed));

    [Fact]
    public void A_story_is_not_counted()
    {
        Assert.NotNull(Question.Of(new string('ก', 80)));
        Assert.Null(Question.Of(new string('ก', 81)));
        Assert.Null(Question.Of(new string(' ', 100_000) + "ก"));
        Assert.Null(Question.Of(new string('\uD800', 200)));
    }
}
