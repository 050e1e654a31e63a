import './tokens.css'
import './base.css'
import './shell.css'
import './print.css'
import './reading.css'
import './reading-slides.css'
import './reading-talk.css'
// After all that it changes.
import './reading-media.css'
