namespace KhokNongNa.Portal.Tests;

public sealed class ThaiTimeTests
{
    [Theory]
    [InlineData("2021-07-08T16:59:59Z", "2021-07-08")]
    [InlineData("2021-07-08T17:00:00Z", "2021-07-09")]
    [InlineData("2020-12-31T17:00:00Z", "2021-01-01")]
    [InlineData("2021-07-09T00:00:00+07:00", "2021-07-09")]
    [InlineData("2021-07-08T23:59:59-05:00", "2021-07-09")]
    public void A_day_begins_at_midnight_in_bangkok(string moment, string day) =>
        Assert.Equal(Day(day), ThaiTime.Day(Moment(moment)));

    [Theory]
    [InlineData("2021-07-09", "2021-07-08T17:00:00Z")]
    [InlineData("2024-02-29", "2024-02-28T17:00:00Z")]
    [InlineData("2021-01-01", "2020-12-31T17:00:00Z")]
    public void The_start_of_a_day_is_told_in_utc(string day, string start)
    {
        Assert.Equal(Moment(start), ThaiTime.StartOf(Day(day)));
        Assert.Equal(TimeSpan.Zero, ThaiTime.StartOf(Day(day)).Offset);
    }

    [Fact]
    public void Each_day_holds_its_own_start_and_not_the_moment_before()
    {
        for (var day = new DateOnly(2020, 1, 1); day.Year < 2028; day = day.AddDays(1))
        {
            Assert.Equal(day, ThaiTime.Day(ThaiTime.StartOf(day)));
            Assert.Equal(day.AddDays(-1), ThaiTime.Day(ThaiTime.StartOf(day).AddTicks(-1)));
        }
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(string text) =>
        DateTimeOffset.ParseExact(text, "yyyy-MM-dd'T'HH:mm:ssK", System.Globalization.CultureInfo.InvariantCulture);
}
