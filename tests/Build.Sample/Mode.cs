/// <summary>Values of a parameter.</summary>
public enum Mode
{
    Fast,
    Thorough,
}
