namespace KhokNongNa.Thai.Tests;

public sealed class ThaiClustersTests
{
    public static TheoryData<string, string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var row in SpecTable.Rows("clusters.md"))
            {
                data.Add(row[0], row[1], row[2]);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Clusters_follow_their_specification(string cell, string clusters, string kinds)
    {
        var text = SpecTable.Text(cell);
        var parts = new List<string>();
        var found = "";
        foreach (var cluster in ThaiClusters.Enumerate(text))
        {
            parts.Add(text.Substring(cluster.Start, cluster.Length));
            found += cluster.Kind.ToString()[0];
        }

        Assert.Equal(SpecTable.Text(clusters), string.Join('·', parts));
        Assert.Equal(kinds, found);
    }

    [Fact]
    public void Walking_over_clusters_allocates_nothing()
    {
        const string text = "น้ำหมักชีวภาพ สูตร EM ๑๕-๑๕-๑๕ 🌱";
        _ = Count(text);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var count = Count(text);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.True(count > 10);
    }

    private static int Count(string text)
    {
        var count = 0;
        foreach (var _ in ThaiClusters.Enumerate(text))
        {
            count++;
        }

        return count;
    }
}
