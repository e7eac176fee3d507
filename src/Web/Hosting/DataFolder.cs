namespace KhokNongNa.Web.Hosting;

public static class DataFolder
{
    /// <summary>Makes the data folder and tries to write there; says in a sentence when it cannot.</summary>
    public static bool IsWritable(this WebApplicationBuilder builder)
    {
        var settings = PortalSettings.From(builder.Configuration, builder.Environment);
        try
        {
            Directory.CreateDirectory(settings.MediaFolder);
            using var probe = new FileStream(
                Path.Combine(settings.DataFolder, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(
                $"เขียนในโฟลเดอร์ข้อมูล {settings.DataFolder} ไม่ได้ ({problem.Message}) ให้ผู้ใช้ที่เปิดพอร์ทัลเขียนที่นั่นได้ หรือตั้ง Portal__DataFolder เป็นโฟลเดอร์อื่น");
            return false;
        }
    }
}
