// Tests of Campaign.
