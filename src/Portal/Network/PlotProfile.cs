using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Thai;

namespace KhokNongNa.Portal.Network;

/// <summary>What is asked for in lists and counts of plots.</summary>
/// <param name="Centre">Key of the centre that the plot became; empty when it is none.</param>
/// <param name="Synthetic">ข้อมูลสมมติ: a plot that does not exist.</param>
public sealed record PlotFacts(string Name, PlotKind Kind, int Round, string Area, LandSize Size, string Centre, bool Synthetic)
{
    /// <param name="code">Register number; empty before it is drawn.</param>
    internal void Demand(string code)
    {
        if (!ThaiText.HasLetterOrDigit(Name) || Name.Length > 200)
        {
            throw new PortalException("plot.name", "โปรดใส่ชื่อเรียกแปลง ไม่เกิน 200 ตัวอักษร", "name");
        }

        if (Area.Length != 6 || (code.Length > 0 && !Area.StartsWith(code[..4], StringComparison.Ordinal)))
        {
            throw new PortalException("plot.area", "แปลงต้องอยู่ในตำบลของอำเภอที่ขึ้นต้นรหัส", "area");
        }

        if (Size.SquareWa <= 0)
        {
            throw new PortalException("plot.size", "ขนาดของแปลงต้องมากกว่าศูนย์", "size");
        }

        if (Round is < 2000 or > 2400)
        {
            throw new PortalException("plot.round", "ปีงบประมาณของแปลงในไฟล์เป็น ค.ศ. เช่น 2021 สำหรับปีงบประมาณ 2564", "round");
        }
    }
}

/// <summary>What the register knows of a plot beside that.</summary>
public sealed record PlotProfile
{
    public IReadOnlyList<PlotStep> History { get; init; } = [];

    public IReadOnlyList<Soil> Soils { get; init; } = [];

    public IReadOnlyList<Water> Waters { get; init; } = [];

    /// <summary>Share of โคก in a hundred; the three shares are 100 together, or none is known.</summary>
    public int Khok { get; init; }

    /// <summary>Share of หนอง in a hundred.</summary>
    public int Nong { get; init; }

    /// <summary>Share of นา in a hundred.</summary>
    public int Na { get; init; }

    /// <summary>Who keeps the plot. Personal data: for the register, never for a public page.</summary>
    public string Household { get; init; } = "";

    /// <summary>What kind of right the household has in the land, in words; for the office.</summary>
    public string LandRight { get; init; } = "";

    /// <summary>Standard drawing that was dug after, such as «1:3».</summary>
    public string Drawing { get; init; } = "";

    /// <summary>What grows and lives there, in words.</summary>
    public string Growing { get; init; } = "";

    /// <summary>Baht a month that the household earns from the plot; for the office.</summary>
    public int? Income { get; init; }

    /// <summary>Baht a month that it saves by it.</summary>
    public int? Saving { get; init; }

    /// <summary>Answers to the form's own fields, by field code.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();

    /// <summary>Notes of the register, Markdown.</summary>
    public string Body { get; init; } = "";

    internal void Demand()
    {
        if (Khok < 0 || Nong < 0 || Na < 0 || Khok + Nong + Na is not (0 or 100))
        {
            throw new PortalException("plot.parts", "ส่วนโคก หนอง นา รวมกันต้องได้ 100", "khok");
        }

        if (Income is < 0 or > 10_000_000 || Saving is < 0 or > 10_000_000)
        {
            throw new PortalException("plot.income", "รายได้และรายจ่ายที่ลดลงเป็นบาทต่อเดือน ตั้งแต่ 0 ถึง 10,000,000", "income");
        }

        if (Body.Length > EntryRules.BodyLength || Growing.Length > EntryRules.ItemLength)
        {
            throw new PortalException("plot.notes", "บันทึกยาวเกินไป", "notes");
        }
    }
}
