/// What programs are to do next in a campaign.
enum CampaignWork: Hashable {
  /// Run the pending calculations of the screen before this iteration is designed.
  case screening(iteration: Int)
  /// Run the pending calculations of this iteration.
  case calculating(iteration: Int)
  /// Calculate hits of this iteration again, before they count.
  case confirming(iteration: Int)
}
