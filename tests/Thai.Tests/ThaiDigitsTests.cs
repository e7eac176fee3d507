using System.Globalization;

namespace KhokNongNa.Thai.Tests;

public sealed class ThaiDigitsTests
{
    public static TheoryData<string, string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var row in SpecTable.Rows("digits.md"))
            {
                data.Add(row[0], row[1], row[2]);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Numbers_are_read_as_specified(string cell, string whole, string fraction)
    {
        var text = SpecTable.Text(cell);

        Assert.Equal(whole, ThaiDigits.TryParseInt(text, out var i) ? i.ToString(CultureInfo.InvariantCulture) : "no");
        Assert.Equal(fraction, ThaiDigits.TryParseDecimal(text, out var d) ? d.ToString(CultureInfo.InvariantCulture) : "no");
    }

    [Fact]
    public void No_text_is_no_number()
    {
        Assert.False(ThaiDigits.TryParseInt(null, out _));
        Assert.False(ThaiDigits.TryParseDecimal(null, out _));
    }

    [Fact]
    public void Digits_turn_both_ways_and_leave_the_rest()
    {
        Assert.Equal("พ.ศ. ๒๕๖๔", ThaiDigits.ToThai("พ.ศ. 2564"));
        Assert.Equal("พ.ศ. 2564", ThaiDigits.ToArabic("พ.ศ. ๒๕๖๔"));
        Assert.Equal("๐๑๒๓๔๕๖๗๘๙", ThaiDigits.ToThai("0123456789"));
    }
}
