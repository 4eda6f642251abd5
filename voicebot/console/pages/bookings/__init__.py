"""What is booked: the day and the week at the counters, finding, and what a clerk does with a booking."""

from voicebot.console.page import Live, Page, form, live, page
from voicebot.console.pages.bookings import booking, cancelling, day, find, marking, moving, new, sheet, week
from voicebot.console.roles import Role

routes: list[Page | Live] = [
    page("/console/bookings", day.shown, needs=Role.VIEWER, nav="bookings.nav"),
    live("/console/bookings/live", day.watched, needs=Role.VIEWER),
    page("/console/bookings/week", week.shown, needs=Role.VIEWER),
    page("/console/bookings/find", find.shown, needs=Role.VIEWER),
    page("/console/bookings/new", new.asked, needs=Role.CLERK),
    form("/console/bookings/new", new.booked, needs=Role.CLERK),
    page("/console/bookings/sheet", sheet.printed, needs=Role.CLERK),
    form("/console/bookings/mark", marking.noted, needs=Role.CLERK),
    page("/console/bookings/{number}", booking.shown, needs=Role.VIEWER),
    page("/console/bookings/{number}/move", moving.asked, needs=Role.CLERK),
    form("/console/bookings/{number}/move", moving.moved, needs=Role.CLERK),
    page("/console/bookings/{number}/cancel", cancelling.asked, needs=Role.CLERK),
    form("/console/bookings/{number}/cancel", cancelling.cancelled, needs=Role.CLERK),
]
