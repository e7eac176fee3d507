using System.Data.Common;
using KhokNongNa.Portal;

namespace KhokNongNa.Web.Security;

/// <summary>Secrets come from configuration alone, and outside Development none of them may be one that everybody knows.</summary>
public static class Secrets
{
    private const string ConnectionString = "ConnectionStrings:Portal";

    /// <summary>Last words of the keys below <c>Portal</c> that hold one, such as <c>Portal:OpenId:0:ClientSecret</c>.</summary>
    private static readonly string[] Names = ["Secret", "Password", "Token", "ApiKey"];

    private static readonly string[] PasswordNames = ["Password", "Pwd", "PSW"];

    /// <summary>What stands in examples and in images as they are delivered.</summary>
    private static readonly HashSet<string> Known =
    [
        "", "admin", "changeit", "changeme", "clientsecret", "default", "dev", "development", "example", "khoknongna", "letmein", "pass", "password",
        "placeholder", "portal", "postgres", "postgresql", "qwerty", "replaceme", "root", "secret", "sample", "test", "todo", "welcome", "xxx", "yourpassword", "yoursecret",
    ];

    /// <exception cref="PortalException">A secret is a default.</exception>
    public static void Check(IConfiguration configuration)
    {
        if (All(configuration).FirstOrDefault(s => IsKnown(s.Value)) is { Key: { } key })
        {
            throw new PortalException("start.secret", $"รหัสลับใน {key.Replace(":", "__", StringComparison.Ordinal)} เป็นค่าตัวอย่างที่ใครก็เดาได้ ตั้งค่าใหม่ที่สุ่มขึ้นเองก่อนเปิดพอร์ทัล");
        }
    }

    // A database may be entered without a password; the one that is given counts.
    private static IEnumerable<(string? Key, string Value)> All(IConfiguration configuration) =>
    [
        .. Password(configuration[ConnectionString]).Select(p => ((string?)ConnectionString, p)),
        .. configuration.GetSection("Portal").AsEnumerable()
            .Where(s => s.Value is not null && Names.Any(name => s.Key.EndsWith(name, StringComparison.OrdinalIgnoreCase)))
            .Select(s => ((string?)s.Key, s.Value!)),
    ];

    private static IEnumerable<string> Password(string? connectionString)
    {
        var parts = new DbConnectionStringBuilder();
        try
        {
            parts.ConnectionString = connectionString ?? "";
        }
        catch (ArgumentException)
        {
            // Not repeated: it may hold the password.
            throw new PortalException("start.connection", "อ่าน ConnectionStrings__Portal ไม่ได้ ตรวจว่าเขียนเป็น ชื่อ=ค่า คั่นด้วย ;");
        }

        return PasswordNames.Where(parts.ContainsKey).Select(name => (string)parts[name]);
    }

    // Signs and numbers around a known word do not make it a secret, and neither does one letter again and again.
    private static bool IsKnown(string value)
    {
        var letters = string.Concat(value.Where(char.IsLetter)).ToLowerInvariant();
        return Known.Contains(letters) || value.Distinct().Count() < 3;
    }
}
