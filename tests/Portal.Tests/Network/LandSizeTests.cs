using KhokNongNa.Portal.Network;

namespace KhokNongNa.Portal.Tests.Network;

public sealed class LandSizeTests
{
    [Theory]
    [InlineData("3-2-50", 1_450, "3-2-50", "3 ไร่ 2 งาน 50 ตารางวา")]
    [InlineData("3", 1_200, "3-0-0", "3 ไร่")]
    [InlineData("0-3", 300, "0-3-0", "3 งาน")]
    [InlineData("0-0-99", 99, "0-0-99", "99 ตารางวา")]
    [InlineData("3-5-0", 1_700, "4-1-0", "4 ไร่ 1 งาน")]
    [InlineData("๑-๐-๒๐", 420, "1-0-20", "1 ไร่ 20 ตารางวา")]
    [InlineData("1 - 0 - 0", 400, "1-0-0", "1 ไร่")]
    [InlineData("1,250-0-0", 500_000, "1250-0-0", "1,250 ไร่")]
    public void A_size_is_read_and_told_in_rai_ngan_and_square_wa(string text, int squareWa, string written, string said)
    {
        Assert.True(LandSize.TryParse(text, out var size));

        Assert.Equal((squareWa, written, said), (size.SquareWa, size.ToString(), size.InWords()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0-0-0")]
    [InlineData("-1")]
    [InlineData("1--2")]
    [InlineData("1-2-3-4")]
    [InlineData("สามไร่")]
    [InlineData("1.5")]
    [InlineData("1000001")]
    [InlineData("99999999999")]
    public void What_is_no_size_is_none(string text) => Assert.False(LandSize.TryParse(text, out _));
}
