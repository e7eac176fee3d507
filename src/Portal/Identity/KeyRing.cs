using System.Xml.Linq;
using KhokNongNa.Portal.Data;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;

namespace KhokNongNa.Portal.Identity;

/// <summary>A key that cookies and forms are sealed with. In the database, so that every node opens what another sealed.</summary>
public sealed class KeyRingKey
{
    public required string Name { get; init; }

    public required string Xml { get; init; }

    private sealed class Config : IEntityTypeConfiguration<KeyRingKey>
    {
        public void Configure(EntityTypeBuilder<KeyRingKey> key)
        {
            key.ToTable("KeyRingKeys");
            key.HasKey(k => k.Name);
        }
    }
}

/// <summary>Keeps the data-protection keys in the portal's database.</summary>
public sealed class KeyRing(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        return [.. scope.ServiceProvider.GetRequiredService<PortalDb>().KeyRingKeys.AsNoTracking().ToList().Select(k => XElement.Parse(k.Xml))];
    }

    // Data protection knows no waiting; a key is made once in 90 days and is no state that the journal follows.
    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var xml = element.ToString(SaveOptions.DisableFormatting);
        scope.ServiceProvider.GetRequiredService<PortalDb>().Database.ExecuteSql($"""INSERT INTO "KeyRingKeys" ("Name", "Xml") VALUES ({friendlyName}, {xml})""");
    }
}
