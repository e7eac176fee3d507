namespace KhokNongNa.Thai.Tests;

/// <summary>What holds for the finding of doubles, tried on thousands of names that are written down twice.</summary>
public sealed class NameBlocksTests(ITestOutputHelper output)
{
    private const int Names = 20_000;

    [Fact]
    public void Names_that_are_alike_share_a_block()
    {
        var perturber = new NamePerturber(2564);
        var (alike, found, missed) = (0, 0, new List<string>());
        for (var i = 0; i < Names; i++)
        {
            var name = perturber.Draw();
            var (one, other) = (ComparableName.Of($"{name.Given} {name.Family}"), perturber.Again(name));
            var again = ComparableName.Of(other);
            if (one.Likeness(again) >= .8)
            {
                alike++;
                if (one.Blocks().Intersect(again.Blocks()).Any())
                {
                    found++;
                }
                else
                {
                    missed.Add($"{name.Given} {name.Family} / {other}: {one.Likeness(again)}");
                }
            }
        }

        output.WriteLine($"{alike} of {Names} alike, {found} found by blocks");
        Assert.True(missed.Count == 0, string.Join('\n', missed.Take(20)));
        Assert.InRange(alike, Names * 85 / 100, Names);
    }

    [Fact]
    public void Names_drawn_apart_are_seldom_alike()
    {
        var perturber = new NamePerturber(31);
        var alike = 0;
        for (var i = 0; i < Names; i++)
        {
            var (one, other) = (perturber.Draw(), perturber.Draw());
            alike += one != other && ThaiName.Likeness($"{one.Given} {one.Family}", $"{other.Given} {other.Family}") >= .8 ? 1 : 0;
        }

        output.WriteLine($"{alike} of {Names} pairs of different names are alike");
        Assert.InRange(alike, 0, Names / 500);
    }

    [Fact]
    public void Blocks_leave_few_pairs_to_compare()
    {
        var perturber = new NamePerturber(104);
        var blocks = new Dictionary<string, int>(StringComparer.Ordinal);
        var keys = 0L;
        for (var i = 0; i < Names; i++)
        {
            var (given, family) = perturber.Draw();
            foreach (var block in ThaiName.Blocks($"{given} {family}"))
            {
                blocks[block] = blocks.GetValueOrDefault(block) + 1;
                keys++;
            }
        }

        var pairs = blocks.Values.Sum(n => (long)n * (n - 1) / 2);
        var all = (long)Names * (Names - 1) / 2;
        output.WriteLine($"{(double)keys / Names:0.0} blocks a name; {pairs} of {all} pairs to compare ({100.0 * pairs / all:0.00} %)");
        Assert.InRange(pairs, 1, all / 20);
    }

    [Fact]
    public void Comparing_never_throws_and_agrees_both_ways()
    {
        FsCheck.Check.One(
            FsCheck.Config.QuickThrowOnFailure.WithMaxTest(3000).WithQuietOnSuccess(true),
            FsCheck.Fluent.Prop.ForAll(AnyText.Arbitrary, AnyText.Arbitrary, (one, other) =>
            {
                var (a, b) = (ComparableName.Of(one), ComparableName.Of(other));
                var likeness = a.Likeness(b);
                return likeness is >= 0 and <= 1 && Math.Abs(likeness - b.Likeness(a)) < 1e-9
                    && (likeness < .8 || a.Blocks().Intersect(b.Blocks()).Any());
            }));
    }
}
