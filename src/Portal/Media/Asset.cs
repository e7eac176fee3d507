using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Thai;
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
public sealed record AssetOwner(string Type, Guid Id)
{
    /// <summary>The library: pictures of an area that any text may use.</summary>
    public static AssetOwner Library { get; } = new(Subjects.Portal, Guid.Empty);
}

/// <summary>The part that stays in sight where a picture is cut to fit: from −1 (left, top) over 0 (the middle) to 1 (right, bottom).</summary>
public readonly record struct Focus(int X, int Y)
{
    /// <summary>All nine, row by row.</summary>
    public static IReadOnlyList<Focus> All { get; } = [.. from y in Enumerable.Range(-1, 3) from x in Enumerable.Range(-1, 3) select new Focus(x, y)];

    /// <summary>Such as <c>-1,0</c>; <c>null</c> for what is none.</summary>
    public static Focus? Parse(string? text) => All.Where(f => f.ToString() == text).Select(f => (Focus?)f).FirstOrDefault();

    public override string ToString() => FormattableString.Invariant($"{X},{Y}");
}

/// <summary>
/// An uploaded picture; its files lie in <see cref="PictureStore"/>. Who may do what with it is asked by <see cref="AssetWriting"/>, since
/// that depends on what it belongs to. The row of a removed one stays, without words and files.
/// </summary>
public sealed class Asset : Aggregate
{
    public const int AltLength = 300;
    public const int FolderLength = 60;

    private Asset() { }

    public string OwnerType { get; private init; } = "";

    public Guid OwnerId { get; private set; }

    public string AreaCode { get; private init; } = "";

    public AssetUse Use { get; private init; }

    /// <summary>Pixels of the largest file.</summary>
    public int Width { get; private set; }

    public int Height { get; private set; }

    /// <summary>Of the original; part of the files' names and addresses. Empty for evidence, and for pictures that were taken before there were hashes.</summary>
    public string FileHash { get; private set; } = "";

    /// <summary>When another file took the place of the first; <c>null</c> → never.</summary>
    public DateTimeOffset? FileAt { get; private set; }

    /// <summary>Of all its files; 0 until the job has made them.</summary>
    public long Bytes { get; private set; }

    /// <summary>Name of the folder of the library in which it is kept; empty → none.</summary>
    public string Folder { get; private set; } = "";

    public int FocusX { get; private set; }

    public int FocusY { get; private set; }

    public Focus Focus => new(FocusX, FocusY);

    /// <summary>What it shows, for those who do not see it; empty for evidence.</summary>
    public string Alt { get; private set; } = "";

    public string SortKey { get; private set; } = "";

    /// <summary>Sages who are seen in it. Anybody else in it agreed, or it would not be here.</summary>
    public List<Guid> ShowsSages { get; private set; } = [];

    public Guid UploadedBy { get; private init; }

    public DateTimeOffset At { get; private init; }

    public bool IsRemoved { get; private set; }

    internal static Asset Add(Guid id, AssetOwner owner, string area, AssetUse use, TakenPicture file, string alt, IEnumerable<Guid> shows, Actor by, DateTimeOffset now)
    {
        var asset = new Asset
        {
            Id = id,
            OwnerType = owner.Type,
            OwnerId = owner.Id,
            AreaCode = area,
            Use = use,
            Width = file.Width,
            Height = file.Height,
            FileHash = file.Hash,
            Alt = Words(alt, use),
            SortKey = ThaiSort.Key(Words(alt, use)),
            ShowsSages = Seen(owner, use, shows),
            UploadedBy = by.Id,
            At = JournalChain.Truncate(now),
        };
        asset.Record(
            Verbs.AssetAdded, by, now, ("use", use), ("owner", owner.Type), ("owner-id", owner.Id), ("area", area), ("width", file.Width), ("height", file.Height), ("shows", asset.Shown));
        return asset;
    }

    internal void Write(string alt, IEnumerable<Guid> shows, Actor by, DateTimeOffset now)
    {
        (Alt, ShowsSages) = (Words(alt, Use), Seen(new(OwnerType, OwnerId), Use, shows));
        SortKey = ThaiSort.Key(Alt);
        Record(Verbs.AssetWritten, by, now, ("shows", Shown));
    }

    /// <summary>Where it is kept, and what of it stays in sight.</summary>
    internal void Arrange(string folder, Focus focus) =>
        (Folder, FocusX, FocusY) = (FolderName(folder), Math.Clamp(focus.X, -1, 1), Math.Clamp(focus.Y, -1, 1));

    /// <summary>Another file under the same name: what uses it shows the new one, and who is seen in it stays until said otherwise.</summary>
    internal void Replace(TakenPicture file, Actor by, DateTimeOffset now)
    {
        (Width, Height, FileHash, FileAt, Bytes) = (file.Width, file.Height, file.Hash, JournalChain.Truncate(now), 0);
        Record(Verbs.AssetReplaced, by, now, ("width", Width), ("height", Height));
    }

    /// <summary>Its widths are there.</summary>
    internal void Made(long bytes) => Bytes = bytes;

    /// <summary>Two records of one sage became one: it belongs to, and shows, the one that stays.</summary>
    internal void Follow(Guid from, Guid to)
    {
        OwnerId = OwnerType == Subjects.Sage && OwnerId == from ? to : OwnerId;
        ShowsSages = [.. ShowsSages.Select(s => s == from ? to : s).Distinct()];
    }

    internal void Remove(Actor by, DateTimeOffset now)
    {
        (IsRemoved, Alt, SortKey, Folder, Bytes) = (true, "", "", "", 0);
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

    /// <summary>A folder's name as it is kept.</summary>
    /// <exception cref="PortalException">It is too long.</exception>
    internal static string FolderName(string folder)
    {
        var name = Knowledge.EntryRules.Line(folder);
        return name.Length <= FolderLength ? name : throw new PortalException("picture.folder", $"ชื่อแฟ้มยาวเกินไป ใช้ได้ไม่เกิน {FolderLength} ตัวอักษร (ตอนนี้ {name.Length:N0})", "Folder");
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
            asset.Ignore(a => a.Focus);
        }
    }
}
