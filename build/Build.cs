internal static class Build { static int Main() => 0; }
