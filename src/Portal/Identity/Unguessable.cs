using System.Security.Cryptography;

namespace KhokNongNa.Portal.Identity;

/// <summary>Ids that say nothing of when they were made and cannot be guessed: sessions and stamps.</summary>
internal static class Unguessable
{
    public static Guid Id() => new(RandomNumberGenerator.GetBytes(16));
}
