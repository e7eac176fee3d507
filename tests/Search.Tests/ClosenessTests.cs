using KhokNongNa.Search.Analysis;
using KhokNongNa.Search.Querying;
using KhokNongNa.Thai;

namespace KhokNongNa.Search.Tests;

/// <summary>What counts bits and eight numbers at a time says what a plain table says.</summary>
public sealed class ClosenessTests
{
    private const string Letters = "กขคงนมราะิี่้เ";

    [Fact]
    public void The_nearest_piece_needs_as_many_mistakes_as_a_table_of_them_says()
    {
        var random = new Random(2564);
        for (var round = 0; round < 400; round++)
        {
            var query = Codes(Text(random, 2, 18));
            var document = Codes(Text(random, 0, 60));
            int[] typed = [.. query.SelectMany(ClusterCode.Parts)];
            if (typed.Length is 0 or > 64)
            {
                continue;
            }

            var mistakes = FewestMistakes(typed, [.. document.SelectMany(ClusterCode.Parts)]);

            Assert.Equal(Math.Max(0, 1 - (3f * mistakes / typed.Length)), new NearestPiece(query).Of(document), 5);
        }
    }

    [Fact]
    public void The_best_piece_and_the_runs_are_those_of_a_plain_table()
    {
        var random = new Random(2565);
        for (var round = 0; round < 400; round++)
        {
            var length = random.Next(1, 40);
            var weights = Enumerable.Range(0, length).Select(_ => 1 + random.NextSingle()).ToArray();
            var query = Enumerable.Range(0, length).Select(_ => random.Next(12)).ToArray();
            var document = Enumerable.Range(0, random.Next(120)).Select(_ => random.Next(16)).ToArray();
            var row = new AlignmentRow(length, weights.Average());
            row.Clear();
            foreach (var cluster in document)
            {
                if (query.Contains(cluster))
                {
                    var match = row.NewMatch();
                    for (var i = 0; i < length; i++)
                    {
                        if (query[i] == cluster)
                        {
                            match.Set(i, weights[i], isEqual: true);
                        }
                    }

                    row.Step(match);
                }
                else
                {
                    _ = row.Pass();
                }
            }

            var (best, longest) = Table(query, weights, document);
            Assert.Equal(best, row.Best, 3);
            Assert.Equal(longest, Enumerable.Range(0, length).Select(row.LongestRun));
        }
    }

    private static string Text(Random random, int least, int most) => new(random.GetItems<char>(Letters, random.Next(least, most)));

    private static int[] Codes(string text)
    {
        var dense = DenseText.Of(ThaiText.Fold(text));
        return [.. dense.Clusters.Select(cluster => ClusterCode.Of(cluster.Dense.Of(dense.Text)))];
    }

    // Sellers 1980: a piece may begin anywhere and end anywhere.
    private static int FewestMistakes(int[] query, int[] document)
    {
        var column = Enumerable.Range(0, query.Length + 1).ToArray();
        var fewest = query.Length;
        foreach (var letter in document)
        {
            var before = column[0];
            for (var i = 1; i <= query.Length; i++)
            {
                var here = column[i];
                column[i] = Math.Min(before + (query[i - 1] == letter ? 0 : 1), Math.Min(here, column[i - 1]) + 1);
                before = here;
            }

            fewest = Math.Min(fewest, column[^1]);
        }

        return fewest;
    }

    private static (float Best, int[] Longest) Table(int[] query, float[] weights, int[] document)
    {
        var (gap, other) = (.6f * weights.Average(), .5f * weights.Average());
        var scores = new float[document.Length + 1, query.Length + 1];
        var runs = new int[document.Length + 1, query.Length + 1];
        var (best, longest) = (0f, new int[query.Length]);
        for (var j = 1; j <= document.Length; j++)
        {
            for (var i = 1; i <= query.Length; i++)
            {
                var isSame = query[i - 1] == document[j - 1];
                var beside = scores[j - 1, i - 1] + (isSame ? weights[i - 1] : -other);
                scores[j, i] = Math.Max(Math.Max(0, beside), Math.Max(scores[j - 1, i], scores[j, i - 1]) - gap);
                best = Math.Max(best, scores[j, i]);
                runs[j, i] = isSame ? runs[j - 1, i - 1] + 1 : 0;
                longest[i - 1] = Math.Max(longest[i - 1], runs[j, i]);
            }
        }

        return (best, longest);
    }
}
