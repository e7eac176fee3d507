using System.Globalization;

namespace KhokNongNa.Thai.Tests;

public sealed class BuddhistDateTests
{
    public static TheoryData<string, string> Cases => SpecTable.Pairs("dates.md");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Dates_are_read_as_specified(string cell, string day)
    {
        var read = BuddhistDate.TryParse(SpecTable.Text(cell), out var date);

        Assert.Equal(day, read ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "no");
    }

    public static TheoryData<string, string> Slips => SpecTable.Pairs("year-slips.md");

    [Theory]
    [MemberData(nameof(Slips))]
    public void A_year_with_543_too_many_or_too_few_is_asked_about(string typed, string asked)
    {
        Assert.Equal(asked, YearSlip.Of(typed));
        Assert.False(asked.Length > 0 && BuddhistDate.TryParse(typed, out _), "A date that is read needs no question.");
    }

    [Fact]
    public void Dates_are_written_short_and_long()
    {
        var date = new DateOnly(2021, 7, 8);

        Assert.Equal("8 ก.ค. 2564", BuddhistDate.Short(date));
        Assert.Equal("8 กรกฎาคม 2564", BuddhistDate.Long(date));
    }

    [Fact]
    public void What_is_written_is_read_back_for_every_day_of_four_years()
    {
        for (var date = new DateOnly(2020, 1, 1); date.Year < 2024; date = date.AddDays(1))
        {
            Assert.True(BuddhistDate.TryParse(BuddhistDate.Short(date), out var fromShort));
            Assert.True(BuddhistDate.TryParse(ThaiDigits.ToThai(BuddhistDate.Long(date)), out var fromLong));
            Assert.Equal((date, date), (fromShort, fromLong));
        }
    }

    [Theory]
    [InlineData(2020, 9, 30, 2563)]
    [InlineData(2020, 10, 1, 2564)]
    [InlineData(2021, 9, 30, 2564)]
    public void The_fiscal_year_begins_in_October(int year, int month, int day, int expected)
    {
        Assert.Equal(expected, BuddhistDate.FiscalYear(new DateOnly(year, month, day)));
    }

    [Fact]
    public void Months_have_two_names()
    {
        Assert.Equal(("มกราคม", "ธ.ค."), (BuddhistDate.MonthName(1), BuddhistDate.ShortMonthName(12)));
        Assert.Throws<ArgumentOutOfRangeException>(() => BuddhistDate.MonthName(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => BuddhistDate.ShortMonthName(13));
    }
}
