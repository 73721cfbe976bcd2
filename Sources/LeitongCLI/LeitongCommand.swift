@main struct LeitongCommand { static func main() {} }
