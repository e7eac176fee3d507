using KhokNongNa.Portal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Programme.Intake;

/// <summary>What is said of a cell.</summary>
/// <param name="Field">Code of its column; empty → the row as a whole.</param>
/// <param name="Text">A sentence for the person.</param>
/// <param name="IsNote">Nothing has to be put right.</param>
public sealed record RowSaying(string Field, string Text, bool IsNote = false);

/// <summary>Somebody like the one of a row: in the register, or in the sheet above.</summary>
/// <param name="Id">Of the record; <c>null</c> when it is out of reach, or a row.</param>
/// <param name="Row">Number of the row; 0 → it is in the register.</param>
/// <param name="Words">Who it is and why, as far as the person may know it.</param>
/// <param name="Mark">What somebody who goes on has looked at.</param>
public sealed record RowTwin(Guid? Id, int Row, string Words, string Mark);

/// <summary>A row of a sheet: its cells as typed, and what became of it.</summary>
public sealed class IntakeRow
{
    public Guid BatchId { get; init; }

    /// <summary>As a spreadsheet shows it beside the row.</summary>
    public int Number { get; init; }

    /// <summary>As typed, in the order of the sheet's columns.</summary>
    public IReadOnlyList<string> Cells { get; internal set; } = [];

    public RowState State { get; internal set; }

    public IReadOnlyList<RowSaying> Says { get; internal set; } = [];

    public IReadOnlyList<RowTwin> Twins { get; internal set; } = [];

    /// <summary>What the row is called in lists.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>What people call somebody; for finding them twice.</summary>
    public string OtherName { get; internal set; } = "";

    /// <summary>Official code of the tambon that was understood; empty before.</summary>
    public string AreaCode { get; internal set; } = "";

    /// <summary>Tambon that somebody chose instead of what the cell says.</summary>
    public string ChosenArea { get; internal set; } = "";

    public RowChoice Choice { get; internal set; }

    /// <summary>Marks of the twins that somebody said are others.</summary>
    public IReadOnlyList<string> Apart { get; internal set; } = [];

    /// <summary>The record that it is about, or that it became.</summary>
    public Guid? SubjectId { get; internal set; }

    /// <summary>The record's wording that was looked at.</summary>
    public int Revision { get; internal set; }

    /// <summary>Fields that are taken from the sheet although others wrote the record meanwhile; <c>null</c> → nobody said.</summary>
    public IReadOnlyList<string>? Takes { get; internal set; }

    /// <summary>Whether the record was not there before.</summary>
    public bool IsNew { get; internal set; }

    /// <summary>Version of the record as this row left it: another one, and somebody went on with it.</summary>
    public int WrittenVersion { get; internal set; }

    private sealed class Config : IEntityTypeConfiguration<IntakeRow>
    {
        public void Configure(EntityTypeBuilder<IntakeRow> row)
        {
            row.ToTable("IntakeRows");
            row.HasKey(r => new { r.BatchId, r.Number });
            row.HasIndex(r => new { r.BatchId, r.State });
            row.HasIndex(r => r.SubjectId);
            row.Property(r => r.Cells).HasJsonConversion();
            row.Property(r => r.Says).HasJsonConversion();
            row.Property(r => r.Twins).HasJsonConversion();
            row.Property(r => r.Apart).HasJsonConversion();
            row.Property(r => r.Takes).HasJsonConversion();
        }
    }
}
