// The specification, the controller's loop and its reports.
