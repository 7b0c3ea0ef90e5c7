"""What each article says: meetings, memberships, commitments, funding, figures and statements."""
