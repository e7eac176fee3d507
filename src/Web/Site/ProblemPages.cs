using System.Globalization;
using KhokNongNa.Portal;
using Microsoft.AspNetCore.Diagnostics;

namespace KhokNongNa.Web.Site;

/// <summary>Refusals and failures as pages in Thai.</summary>
public static class ProblemPages
{
    public static void UseProblemPages(this WebApplication app)
    {
        app.UseWhen(context => !IsForPrograms(context), pages =>
        {
            pages.UseExceptionHandler(Handling(o => o.ExceptionHandlingPath = "/problem/500"));
            pages.UseStatusCodePagesWithReExecute("/problem/{0}");
        });
        app.UseWhen(IsForPrograms, programs =>
        {
            programs.UseExceptionHandler(Handling(o => o.ExceptionHandler = SayAsync));
            programs.UseStatusCodePages(status => SayAsync(status.HttpContext));
        });
    }

    /// <summary>Whether this request is on its way once more, to make the page that tells what went wrong with it.</summary>
    public static bool TellsOfProblem(this HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerPathFeature>() is not null;

    /// <summary>Whether something has just broken: what stands around the page then asks nothing of it.</summary>
    public static bool HasFailed(this HttpContext context) => context.Features.Get<IExceptionHandlerFeature>()?.Error is not (null or PortalException);

    private static bool IsForPrograms(HttpContext context) => context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/health");

    private static ExceptionHandlerOptions Handling(Action<ExceptionHandlerOptions> answer)
    {
        var handling = new ExceptionHandlerOptions
        {
            StatusCodeSelector = problem => problem switch
            {
                PortalException => StatusCodes.Status400BadRequest,
                BadHttpRequestException bad => bad.StatusCode,
                // A form that is none: bytes that are no letters, more fields than anybody fills in.
                InvalidDataException => StatusCodes.Status400BadRequest,
                _ => StatusCodes.Status500InternalServerError,
            },
            // A refusal is an answer, not a fault.
            SuppressDiagnosticsCallback = context => context.Exception is PortalException or BadHttpRequestException,
        };
        answer(handling);
        return handling;
    }

    private static Task SayAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        var problem = Describe(context.Response, context.Features.Get<IExceptionHandlerFeature>()?.Error);
        return Results.Problem(problem.What, title: problem.Title, statusCode: problem.Status).ExecuteAsync(context);
    }

    /// <summary>What to say for an answer as it stands.</summary>
    public static ProblemView Describe(HttpResponse response, Exception? problem) => response.StatusCode == StatusCodes.Status429TooManyRequests
        && int.TryParse(response.Headers.RetryAfter, NumberStyles.None, CultureInfo.InvariantCulture, out var wait)
        ? new(429, "มีคนใช้พร้อมกันมาก", $"พอร์ทัลรับคำขอจากที่นี่เต็มแล้วชั่วครู่ โปรดรอ {wait.ToString(CultureInfo.InvariantCulture)} วินาที", "แล้วลองอีกครั้ง สิ่งที่พิมพ์ไว้ยังอยู่เมื่อกดย้อนกลับ")
        : Describe(response.StatusCode, problem);

    /// <summary>What to say for a status.</summary>
    public static ProblemView Describe(int status, Exception? problem) => problem is PortalException refusal
        ? new(400, "ยังทำสิ่งนี้ไม่ได้", refusal.Message, "ข้อมูลเดิมยังอยู่ครบ กดย้อนกลับเพื่อแก้ไขหรือลองอีกครั้ง")
        : status switch
        {
            400 => new(400, "คำขอไม่ถูกต้อง", "พอร์ทัลอ่านสิ่งที่ส่งมาไม่ได้", "กดย้อนกลับแล้วลองอีกครั้ง ถ้ายังไม่ได้ให้เริ่มจากหน้าแรก"),
            401 => new(401, "หน้านี้สำหรับผู้ที่เข้าสู่ระบบ", "ท่านยังไม่ได้เข้าสู่ระบบ", "ถ้าท่านเป็นเจ้าหน้าที่ โปรดติดต่อผู้ดูแลระบบ ส่วนบทเรียนทั้งหมดอ่านได้โดยไม่ต้องเข้าสู่ระบบ"),
            403 => new(403, "ส่งจากที่อื่นไม่ได้", "คำขอนี้ไม่ได้มาจากหน้าของพอร์ทัล จึงไม่ได้ทำอะไร", "เปิดหน้าของพอร์ทัลแล้วทำจากหน้านั้น"),
            404 => new(404, "ไม่พบหน้านี้", "อาจพิมพ์ที่อยู่ผิด หรือเรื่องนี้ถูกย้ายหรือเลิกเผยแพร่แล้ว", "ลองค้นหาด้วยคำสั้น ๆ หรือเลือกจากหัวข้อ"),
            410 => new(410, "ซ่อนไว้ระหว่างตรวจสอบ", "มีผู้แจ้งว่าหน้านี้อาจมีปัญหา เจ้าหน้าที่จึงซ่อนไว้ก่อน", "ลองกลับมาดูใหม่ในอีกสองสามวัน หรือค้นหาเรื่องอื่นที่ใกล้เคียง"),
            413 => new(413, "ข้อมูลใหญ่เกินไป", "สิ่งที่ส่งมาใหญ่เกินกว่าที่พอร์ทัลรับได้ จึงยังไม่ได้บันทึก", "กดย้อนกลับ ข้อความยังอยู่ แล้วแบ่งเป็นหลายเรื่องหรือตัดให้สั้นลง"),
            < 500 => new(status, "ทำสิ่งนี้ไม่ได้", "พอร์ทัลไม่รับคำขอนี้", "กดย้อนกลับ หรือเริ่มจากหน้าแรก"),
            _ => new(status, "ระบบขัดข้อง", "เกิดข้อผิดพลาดในพอร์ทัล ข้อมูลที่บันทึกไว้แล้วยังอยู่ครบ", "รอสักครู่แล้วลองใหม่ ถ้ายังเป็นอยู่โปรดแจ้งผู้ดูแลระบบ"),
        };
}
