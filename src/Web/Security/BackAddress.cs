namespace KhokNongNa.Web.Security;

/// <summary>An address to go back to, as a browser sent it.</summary>
public static class BackAddress
{
    // Longer addresses are nobody's, and a form should not carry them.
    private const int Longest = 2_000;

    /// <summary>Path and query of a page of this portal, as they may stand in a header; <c>null</c> for whatever a browser could take for another place.</summary>
    public static string? Local(string? back)
    {
        if (back is not { Length: > 0 and <= Longest } || back[0] != '/' || back.Any(c => char.IsControl(c) || c == '\\'))
        {
            return null;
        }

        // Thai letters are encoded here: a header with them would not be sent. Dots are walked now, since a browser would walk them later.
        return Uri.TryCreate("http://portal" + back, UriKind.Absolute, out var address) && address.Host == "portal" && !address.PathAndQuery.StartsWith("//", StringComparison.Ordinal)
            ? address.PathAndQuery
            : null;
    }
}
