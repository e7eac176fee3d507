using KhokNongNa.Portal.Identity;

namespace KhokNongNa.Portal.Tests.Identity;

public sealed class PinRulesTests
{
    private const string Number = "4071835";

    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("123456", "เรียงกัน")]
    [InlineData("654321", "เรียงกัน")]
    [InlineData("890123", "เรียงกัน")]
    [InlineData("246802", "เรียงกัน")]
    [InlineData("111111", "ซ้ำ")]
    [InlineData("121212", "ซ้ำ")]
    [InlineData("112233", "ซ้ำ")]
    [InlineData("123123", "ซ้ำ")]
    [InlineData("111222", "ซ้ำ")]
    [InlineData("123321", "ซ้ำ")]
    [InlineData("100100", "ซ้ำ")]
    [InlineData("199047", "ปีเกิด")]
    [InlineData("471990", "ปีเกิด")]
    [InlineData("253347", "ปีเกิด")]
    [InlineData("472533", "ปีเกิด")]
    [InlineData("192048", "ปีเกิด")]
    [InlineData("202648", "ปีเกิด")]
    [InlineData("482569", "ปีเกิด")]
    [InlineData("407183", "ส่วนหนึ่ง")]
    [InlineData("071835", "ส่วนหนึ่ง")]
    [InlineData("908172", null)]
    [InlineData("471890", null)]
    [InlineData("482570", null)]
    [InlineData("120734", null)]
    [InlineData("000417", null)]
    public void Easy_ones_are_told_from_good_ones(string pin, string? why)
    {
        var weakness = PinRules.Weakness(pin, Number, Today);
        Assert.Equal(why is null, weakness is null);
        Assert.Contains(why ?? "", weakness ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("๙๐๘๑๗๒", "908172")]
    [InlineData("908 172", "908172")]
    [InlineData("90817", null)]
    [InlineData("9081723", null)]
    [InlineData("90817a", null)]
    [InlineData("", null)]
    public void Six_digits_are_read_in_what_is_typed(string typed, string? pin) => Assert.Equal(pin, PinRules.Parse(typed));

    [Fact]
    public void What_is_drawn_is_always_good() => Assert.All(
        Enumerable.Range(0, 5_000).Select(_ => PinRules.Draw(Number, Today)),
        pin =>
        {
            Assert.Equal(pin, PinRules.Parse(pin));
            Assert.Null(PinRules.Weakness(pin, Number, Today));
        });
}
