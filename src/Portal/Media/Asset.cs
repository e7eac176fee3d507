using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Media;

public enum AssetUse
{
    /// <summary>For readers, while everybody in it agrees.</summary>
    Picture,

    /// <summary>Photo of a signed sheet and the like: for who keeps the register; each look is recorded.</summary>
    Evidence,
}

/// <summary>What an uploaded picture belongs to.</summary>
/// <param name="Type">A lasting name, such as those in <see cref="Subjects"/>.</param>
public sealed record AssetOwner(string Type, Guid Id);

/// <summary>
/// An uploaded picture; its files lie in <see cref="PictureStore"/>. Who may do what with it is asked by <see cref="AssetWriting"/>, since
/// that depends on what it belongs to. The row of a removed one stays, without words and files.
/// </summary>
public sealed class Asset : Aggregate
{
    public const int AltLength = 300;

    private Asset() { }

    public string OwnerType { get; private init; } = "";

    public Guid OwnerId { get; private set; }

    public string AreaCode { get; private init; } = "";

    public AssetUse Use { get; private init; }

    /// <summary>Pixels of the largest file.</summary>
    public int Width { get; private init; }

    public int Height { get; private init; }

    /// <summary>What it shows, for those who do not see it; empty for evidence.</summary>
    public string Alt { get; private set; } = "";

    /// <summary>Sages who are seen in it. Anybody else in it agreed, or it would not be here.</summary>
    public List<Guid> ShowsSages { get; private set; } = [];

    public Guid UploadedBy { get; private init; }

    public DateTimeOffset At { get; private init; }

    public bool IsRemoved { get; private set; }

    internal static Asset Add(Guid id, AssetOwner owner, string area, AssetUse use, (int Width, int Height) size, string alt, IEnumerable<Guid> shows, Actor by, DateTimeOffset now)
    {
        var asset = new Asset
        {
            Id = id,
            OwnerType = owner.Type,
            OwnerId = owner.Id,
            AreaCode = area,
            Use = use,
            Width = size.Width,
            Height = size.Height,
            Alt = Words(alt, use),
            ShowsSages = Seen(owner, use, shows),
            UploadedBy = by.Id,
            At = JournalChain.Truncate(now),
        };
        asset.Record(
            Verbs.AssetAdded, by, now, ("use", use), ("owner", owner.Type), ("owner-id", owner.Id), ("area", area), ("width", size.Width), ("height", size.Height), ("shows", asset.Shown));
        return asset;
    }

    internal void Write(string alt, IEnumerable<Guid> shows, Actor by, DateTimeOffset now)
    {
        (Alt, ShowsSages) = (Words(alt, Use), Seen(new(OwnerType, OwnerId), Use, shows));
        Record(Verbs.AssetWritten, by, now, ("shows", Shown));
    }

    /// <summary>Two records of one sage became one: it belongs to, and shows, the one that stays.</summary>
    internal void Follow(Guid from, Guid to)
    {
        OwnerId = OwnerType == Subjects.Sage && OwnerId == from ? to : OwnerId;
        ShowsSages = [.. ShowsSages.Select(s => s == from ? to : s).Distinct()];
    }

    internal void Remove(Actor by, DateTimeOffset now)
    {
        (IsRemoved, Alt) = (true, "");
        Record(Verbs.AssetRemoved, by, now, ("owner", OwnerType), ("owner-id", OwnerId), ("area", AreaCode));
    }

    internal void Seen(Actor by, DateTimeOffset now) => Record(Verbs.AssetEvidenceSeen, by, now, ("owner", OwnerType), ("owner-id", OwnerId));

    /// <summary>The words as they are kept.</summary>
    /// <exception cref="PortalException">A picture without any, or too many.</exception>
    internal static string Words(string alt, AssetUse use)
    {
        var words = Knowledge.EntryRules.Line(alt);
        return use == AssetUse.Evidence ? ""
            : words.Length == 0 ? throw new PortalException("picture.alt", "โปรดบอกว่ารูปนี้แสดงอะไร คนที่มองไม่เห็นรูปจะได้ฟังข้อความนี้แทน", "Alt")
            : words.Length > AltLength ? throw new PortalException("picture.alt", $"คำบรรยายรูปยาวเกินไป ใช้ได้ไม่เกิน {AltLength} ตัวอักษร (ตอนนี้ {words.Length:N0})", "Alt")
            : words;
    }

    // A portrait shows its sage, said or not.
    private static List<Guid> Seen(AssetOwner owner, AssetUse use, IEnumerable<Guid> shows) =>
        [.. (use == AssetUse.Picture && owner.Type == Subjects.Sage ? shows.Prepend(owner.Id) : shows).Distinct()];

    private IEnumerable<string> Shown => ShowsSages.Select(id => id.ToString());

    private sealed class Config : IEntityTypeConfiguration<Asset>
    {
        public void Configure(EntityTypeBuilder<Asset> asset)
        {
            asset.ToTable("Assets");
            asset.HasIndex(a => new { a.OwnerType, a.OwnerId });
        }
    }
}
