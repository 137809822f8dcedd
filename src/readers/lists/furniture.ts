import { phraseList } from './phrase-list.js';

/** Whole lines of pages that are not the article, lower case, without marks at their ends. Only what no article says. */
export const FURNITURE_LINES = phraseList(`
about the author
abstract
ad
add a comment
advertise with us
advertisement
advertisement - continue reading below
advertising
all rights reserved
article continues after advertisement
article continues below
back to top
close
comments
contact us
continue reading
continue reading below
continue reading the main story
cookie settings
copy link
copy link to clipboard
copy this link
don't miss
download our app
e-mail this article
editor's picks
email
email this article
facebook
facebook messenger
follow us
follow us on facebook
follow us on twitter
forward to a friend
full text
get the app
having trouble viewing this email
hide caption
home
image
instagram
jump to comments
latest news
latest stories
leave a comment
linkedin
listen to this article
load more
log in
manage preferences
manage your preferences
manage your subscription
more from this section
more in this section
more news
more on this story
more stories
more to read
more videos
most popular
most read
most viewed
must read
my account
news feed
newsletter
newsletters
no comments
play video
popular now
print
print this article
privacy policy
promoted content
promoted stories
read full article
read later
read more
read next
recommended
recommended for you
recommended stories
reddit
related
related articles
related content
related coverage
related links
related news
related posts
related stories
related topics
report a typo
republish this article
save
save article
save this article
scroll to continue
see also
share
share article
share on email
share on facebook
share on linkedin
share on twitter
share on whatsapp
share on x
share this
share this article
share this page
share this story
share via email
show all
show comments
show less
show more
sign in
sign up
sign up now
skip advertisement
skip to content
skip to main content
skip to navigation
sponsored
sponsored content
story continues below advertisement
subscribe
subscribe now
support our journalism
tags
terms of service
terms of use
toggle navigation
top stories
trending
trending now
tweet
tweet this
twitter
unsubscribe
unsubscribe from this list
update preferences
update your preferences
view all comments
view comments
view gallery
view in browser
view in your browser
view online
view this email in your browser
view this email online
watch live
we recommend
whatsapp
x
you may also like
you might also like
`);

/** How lines begin that are not the article wherever they stand alone, lower case. Each is followed by more words. */
export const FURNITURE_BEGINNINGS = phraseList(`
also read:
click here for more
click here to
copyright ©
do you have a news tip
download the app
follow the author on
follow us on
get the latest
have a news tip
in case you missed it:
like us on facebook
more on this:
more:
read also:
read more at
read more:
read the full story
recommended:
related story:
related video:
related:
see also:
share this article
share this story
sign up for our
sign up for the
sign up to receive
subscribe to our
the latest headlines
to comment on this story
trending:
watch live:
©
`);
