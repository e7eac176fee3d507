namespace KhokNongNa.Thai.Tests;

public sealed class TimeOfDayTests
{
    [Theory]
    [InlineData("8:30", 8, 30)]
    [InlineData("08.30 น.", 8, 30)]
    [InlineData("๑๔.๐๐", 14, 0)]
    [InlineData("เวลา 6 น", 6, 0)]
    [InlineData(" 0:05 ", 0, 5)]
    [InlineData("24.00", 24, 0)]
    public void Is_read_as_offices_write_it(string text, int hours, int minutes)
    {
        Assert.True(TimeOfDay.TryParse(text, out var time));
        Assert.Equal(new TimeSpan(hours, minutes, 0), time);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("24.01")]
    [InlineData("8.60")]
    [InlineData("8.5")]
    [InlineData("เช้า")]
    [InlineData("-8:00")]
    [InlineData("8:30 2569")]
    public void What_no_clock_shows_is_refused(string? text) => Assert.False(TimeOfDay.TryParse(text, out _));
}
