namespace KhokNongNa.Thai.Tests;

public sealed class ThaiNameTests
{
    public static TheoryData<string, string> Names
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var row in SpecTable.Rows("names.md").Where(r => r.Length >= 5))
            {
                data.Add(row[0], string.Join(" | ", row[1..5]));
            }

            return data;
        }
    }

    public static TheoryData<string, string, string> Pairs
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var row in SpecTable.Rows("likeness.md").Where(r => r.Length >= 3))
            {
                data.Add(row[0], row[1], row[2]);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_is_taken_apart_as_specified(string cell, string parts)
    {
        var name = ThaiName.Parse(SpecTable.Text(cell));

        Assert.Equal(parts, $"{name.Prefix} | {name.Given} | {name.Family} | {name.Nickname}");
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Two_names_are_as_alike_as_specified(string one, string other, string alike)
    {
        var likeness = ThaiName.Likeness(one, other);

        Assert.Equal(alike, likeness switch { 1 => "same", >= .8 => "like", _ => "no" });
        Assert.Equal(likeness, ThaiName.Likeness(other, one), 9);
        Assert.True(likeness < .8 || ThaiName.Blocks(one).Intersect(ThaiName.Blocks(other)).Any(), "They share no block.");
    }

    [Theory]
    [InlineData("น.ส. สมศรี ใจดี", "นางสาวสมศรี ใจดี")]
    [InlineData("ผศ.ดร.สมชาย ใจดี", "ผู้ช่วยศาสตราจารย์ ดร. สมชาย ใจดี")]
    [InlineData("ลุงสมชาย ใจดี", "ลุง สมชาย ใจดี")]
    [InlineData("สมชาย", "สมชาย")]
    public void A_name_is_written_with_its_title(string typed, string written) => Assert.Equal(written, ThaiName.Parse(typed).ToString());

    [Fact]
    public void What_is_written_is_read_the_same_again()
    {
        foreach (var row in SpecTable.Rows("names.md").Where(r => r.Length >= 5))
        {
            var name = ThaiName.Parse(SpecTable.Text(row[0])) with { Nickname = "" };
            Assert.Equal(name, ThaiName.Parse(name.ToString()));
        }
    }
}
