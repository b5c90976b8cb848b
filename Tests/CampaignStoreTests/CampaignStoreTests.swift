// Tests of CampaignStore.
