namespace KhokNongNa.Thai;

/// <summary>What a cluster is made of.</summary>
public enum ClusterKind
{
    /// <summary>Punctuation, signs (also ฯ and ๆ), emoji: one character each. Breaks a run of words.</summary>
    Other,

    /// <summary>A Thai consonant with the vowels and marks that are written around it.</summary>
    Thai,

    /// <summary>A run of letters of any script but Thai.</summary>
    Latin,

    /// <summary>A run of digits of any script.</summary>
    Number,

    /// <summary>A run of white space.</summary>
    Space,
}

/// <summary>One cluster, by its offsets in the text.</summary>
public readonly record struct ThaiCluster(int Start, int Length, ClusterKind Kind)
{
    /// <summary>The first offset behind the cluster.</summary>
    public int End => Start + Length;
}

/// <summary>
/// Cuts a text where Thai can never be cut wrongly: into clusters, without a dictionary. Letters and digits of other
/// scripts come as runs, so that <c>EM</c> is one cluster and <c>15-15-15</c> three numbers and two signs.
/// </summary>
/// <remarks>
/// A cluster is an optional leading vowel (เ แ โ ใ ไ), one consonant, its marks, and ะ า ำ ๅ behind it. A second consonant
/// that shares the vowel (the ล of เปล) starts its own. After the idea of Thai character clusters (Theeramunkong et al.,
/// 2000), with fewer rules. The clusters cover the text without gaps; none starts with a combining mark, save one at the
/// very start of the text.
/// </remarks>
public static class ThaiClusters
{
    /// <summary>The clusters of a text in order, found while they are asked for; allocates nothing.</summary>
    public static ThaiClusterEnumerator Enumerate(ReadOnlySpan<char> text) => new(text);
}
