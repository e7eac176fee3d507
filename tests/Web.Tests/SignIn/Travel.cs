using KhokNongNa.Web.Tests.Support;

namespace KhokNongNa.Web.Tests.SignIn;

/// <summary>Following redirects from one site to another and back.</summary>
internal static class Travel
{
    private const int MostRedirects = 10;

    /// <summary>Goes where an address leads.</summary>
    /// <param name="change">What the browser goes to instead of where it is sent; <c>null</c> → it stops there.</param>
    public static async Task<Answer> TravelAsync(this Visitor browser, string path, Func<Uri, Uri?>? change = null)
    {
        var here = new Uri(new Uri(browser.Origin), path);
        for (var i = 0; i < MostRedirects; i++)
        {
            var answer = await browser.OnceAsync(here.AbsoluteUri);
            if (answer.Location is not { } next)
            {
                return answer;
            }

            here = new Uri(here, next);
            if (change is not null)
            {
                if (change(here) is not { } other)
                {
                    return answer;
                }

                here = other;
            }
        }

        throw new InvalidOperationException($"{path} leads round in circles.");
    }

    /// <summary>Where a redirect leads.</summary>
    public static Uri Next(this Answer answer) => new(answer.Location!);

    public static bool IsCallback(this Uri address) => address.AbsolutePath.StartsWith("/sign-in/callback/", StringComparison.Ordinal);

    /// <summary>The address with one value of its query replaced.</summary>
    public static Uri With(this Uri address, string name, string value)
    {
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(address.Query);
        Assert.True(query.ContainsKey(name), $"{address.AbsolutePath} has no {name}.");
        query[name] = value;
        return new(Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(address.GetLeftPart(UriPartial.Path), query));
    }

    /// <summary>What a redirect to an address of the portal shows.</summary>
    public static string PathOf(this Answer answer) => new Uri(new Uri("http://portal"), answer.Path).PathAndQuery;
}
