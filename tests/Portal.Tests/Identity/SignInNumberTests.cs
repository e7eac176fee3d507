using KhokNongNa.Portal.Identity;

namespace KhokNongNa.Portal.Tests.Identity;

public sealed class SignInNumberTests
{
    [Fact]
    public void Each_wrong_digit_and_each_swap_of_neighbours_is_found()
    {
        for (var i = 0; i < 1_000; i++)
        {
            var number = SignInNumber.Draw();
            Assert.Matches("^[1-9][0-9]{6}$", number);
            Assert.Equal(number, SignInNumber.Parse(number));
            foreach (var wrong in Slips(number))
            {
                Assert.True(SignInNumber.Parse(wrong) is null, $"{wrong} was taken for {number}.");
            }
        }
    }

    [Fact]
    public void No_number_is_told_from_another() =>
        Assert.InRange(Enumerable.Range(0, 1_000).Select(_ => SignInNumber.Draw()).Distinct().Count(), 990, 1_000);

    [Theory]
    [InlineData("572 4 572-4")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("12345")]
    [InlineData("abcdefg")]
    [InlineData("12345678901234")]
    public void What_is_no_number_is_none(string? typed) => Assert.Null(SignInNumber.Parse(typed));

    [Fact]
    public void It_is_taken_as_people_write_it()
    {
        var number = SignInNumber.Draw();
        var thai = string.Concat(number.Select(d => (char)('๐' + (d - '0'))));
        Assert.All(
            [SignInNumber.Show(number), $" {number} ", string.Join(' ', number.AsEnumerable()), thai, $"{thai[..3]}–{thai[3..]}", $"{number[..3]}\u200b{number[3..]}"],
            typed => Assert.Equal(number, SignInNumber.Parse(typed)));
    }

    private static IEnumerable<string> Slips(string number)
    {
        for (var at = 0; at < number.Length; at++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
            {
                if (digit != number[at])
                {
                    yield return number[..at] + digit + number[(at + 1)..];
                }
            }

            if (at > 0 && number[at] != number[at - 1])
            {
                yield return number[..(at - 1)] + number[at] + number[at - 1] + number[(at + 1)..];
            }
        }
    }
}
