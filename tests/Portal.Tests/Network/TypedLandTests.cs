using KhokNongNa.Portal.Network;
using KhokNongNa.Thai.Tests;

namespace KhokNongNa.Portal.Tests.Network;

/// <summary>Land and birth years as people type them.</summary>
public sealed class TypedLandTests
{
    private static readonly DateOnly Today = new(2021, 7, 8);

    public static TheoryData<string, string> Land => SpecTable.Pairs("land.md");

    public static TheoryData<string, string> Years => SpecTable.Pairs("birth-years.md");

    [Theory]
    [MemberData(nameof(Land))]
    public void Land_is_read_as_specified(string typed, string read)
    {
        var isRead = LandSize.TryRead(typed, out var size, out var why);

        Assert.Equal(read, isRead ? size.ToString() : why);
        Assert.True(!isRead || (LandSize.TryRead(size.InWords(), out var again, out _) && again == size), "What is told in words is read as the same again.");
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void A_birth_year_is_read_as_specified(string typed, string read)
    {
        var isRead = BirthYear.TryRead(typed, Today, out var year, out var why);

        Assert.Equal(read, isRead ? $"{year} {BirthYear.AgeBand(year, Today)}" : why);
    }

    [Theory]
    [InlineData("\ud800")]
    [InlineData("ไร่ไร่ไร่")]
    [InlineData("9999999999999999999999999999999999999 ไร่")]
    [InlineData("...,,, ไร่")]
    public void Nothing_typed_is_an_error_of_the_portal(string typed)
    {
        Assert.False(LandSize.TryRead(typed, out _, out var why));
        Assert.False(BirthYear.TryRead(typed, Today, out _, out var wrong));
        Assert.False(LandSize.TryRead(new string('9', 100_000), out _, out _));
        Assert.NotEqual(("", ""), (why, wrong));
    }
}
