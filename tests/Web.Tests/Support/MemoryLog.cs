using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KhokNongNa.Web.Tests.Support;

/// <summary>All that the portal writes in its log meanwhile.</summary>
internal sealed class MemoryLog : ILoggerProvider, ILogger
{
    private readonly System.Text.StringBuilder _text = new();

    public MemoryLog(Support.Portal portal) => portal.Services.GetRequiredService<ILoggerFactory>().AddProvider(this);

    public string Text
    {
        get
        {
            lock (_text)
            {
                return _text.ToString();
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_text)
        {
            _text.AppendLine(formatter(state, exception)).AppendLine(exception?.ToString());
        }
    }

    public void Dispose()
    {
    }
}
